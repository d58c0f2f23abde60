namespace KnowledgeBase.Cli.Output;

/// <summary>Marks, titles and faint words, where the output is a terminal with colours; plain text everywhere else.</summary>
internal sealed record Style(string Mark, string Title, string Faint, string End)
{
    public static Style Plain { get; } = new("", "", "", "");

    public static Style Colored { get; } = new("\x1b[1;33m", "\x1b[1m", "\x1b[2m", "\x1b[0m");

    public static Style For(Terminal terminal) => terminal.HasColor ? Colored : Plain;

    public string AsTitle(string text) => Title + text + End;

    public string AsFaint(string text) => Faint + text + End;
}
