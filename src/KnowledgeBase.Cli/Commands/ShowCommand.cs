using System.CommandLine;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb show</c>: one document.</summary>
internal static class ShowCommand
{
    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var reference = new Argument<string>("REF") { Description = "Reference code, with # and a paragraph's name for that paragraph only." };
        var markdown = new Option<bool>("--markdown") { Description = "The body as written instead of the plain text." };
        var command = new Command("show", "Show a document. Ends with 3 when the archive does not hold it.") { reference, markdown };
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, parsed.GetValue(reference)!, parsed.GetValue(markdown))));
        return (command, ["kb show IPA-1923-0001", "kb show IPA-1923-0001#hall", "kb show --markdown IPA-1923-0001 > vienna.md"]);
    }

    private static async Task<int> RunAsync(CommandContext context, string reference, bool markdown)
    {
        await IndexUpdate.EnsureSearchableAsync(context, "kb show");
        var (id, paragraph) = reference.Split('#', 2) is [var before, var after] ? (before, after) : (reference, null);
        var document = DocumentId.IsValid(id)
            ? await context.Archive.Search.GetDocumentAsync(new DocumentId(id), context.Cancellation)
            : null;
        var part = paragraph is null ? null : document?.Paragraphs.FirstOrDefault(p => p.Id == paragraph);
        if (document is null || (paragraph is not null && part is null))
        {
            throw new CommandFailure(Printable.OneLine(document is null
                ? $"The archive holds no document '{id}'."
                : $"The document '{id}' has no paragraph '{paragraph}'."), ExitCode.NotFound);
        }

        Write(context, document, part, markdown);
        return ExitCode.Ok;
    }

    private static void Write(CommandContext context, CorpusDocument document, Paragraph? part, bool markdown)
    {
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, new ShowAnswer("kb.show/1", document, part?.Id));
        }
        else if (part is not null)
        {
            context.Terminal.Out.WriteLine(Printable.Lines(part.Span.In(document.Text)));
        }
        else if (markdown)
        {
            context.Terminal.Out.Write(Printable.Lines(document.Markdown));
        }
        else
        {
            WriteText(context.Terminal, document);
        }
    }

    private static void WriteText(Terminal terminal, CorpusDocument document)
    {
        var metadata = document.Metadata;
        var style = Style.For(terminal);
        terminal.Out.WriteLine(style.AsTitle(Printable.OneLine(metadata.Title)));
        terminal.Out.WriteLine(style.AsFaint(Printable.OneLine(
            $"{document.Id} · {metadata.Date.AsWritten} · {metadata.Type} · {metadata.Language} · {document.Path}")));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(Printable.Lines(document.Text));
        if (!metadata.Sources.IsEmpty)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(Printable.OneLine($"Sources: {string.Join(", ", metadata.Sources)}"));
        }
    }
}

/// <summary>The answer of <c>kb show --json</c>.</summary>
internal sealed record ShowAnswer(string Schema, CorpusDocument Document, string? Paragraph);
