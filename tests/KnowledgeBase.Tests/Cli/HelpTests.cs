using System.CommandLine;
using KnowledgeBase.Cli;

namespace KnowledgeBase.Tests.Cli;

public sealed class HelpTests
{
    private static readonly RootCommand Root = CommandLine.Build(static (_, _) => Task.FromResult(0));

    public static TheoryData<string> Commands => [.. Root.Subcommands.Select(static command => command.Name).Prepend("")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_help_with_examples(string command)
    {
        using var output = new StringWriter();
        var parsed = Root.Parse([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"], CommandLine.Parsing);

        var exitCode = parsed.Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(0, exitCode);
        var examples = output.ToString().Split("Examples:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.All(examples, example => Assert.StartsWith("kb ", example, StringComparison.Ordinal));
        Assert.All(examples, example => Assert.Contains(command, example, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_option_and_argument_says_what_it_is(string command)
    {
        var found = command.Length == 0 ? Root : Root.Subcommands.Single(sub => sub.Name == command);

        Assert.NotEmpty(found.Description!);
        Assert.All(found.Options, static option => Assert.False(string.IsNullOrWhiteSpace(option.Description), option.Name));
        Assert.All(found.Arguments, static argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), argument.Name));
    }
}
