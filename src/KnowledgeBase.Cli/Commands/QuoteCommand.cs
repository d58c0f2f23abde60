using System.CommandLine;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb quote</c>: does this stand in the archive, word for word?</summary>
internal static class QuoteCommand
{
    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var words = new Argument<string[]>("QUOTATION") { Description = "The quotation, or - to read it from standard input.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(
            "quote",
            FormattableString.Invariant($"Check a quotation of {QuotedText.FewestWords} to {QuotedText.MostWords} words against the text of every document. An ellipsis stands for words left out. ")
            + "Ends with 0 when the words stand there (case, accents, punctuation and line breaks may differ), with 4 when only something "
            + "near or our translation does, with 3 when nothing does, and with 2 when there is no verdict.")
        {
            words,
        };
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, parsed.GetValue(words)!)));
        return (command,
        [
            "kb quote 'Only a good man can be a good policeman'",
            "kb quote '\"Nur ein guter Mensch … ein guter Polizist\"'",
            "kb quote - < clipping.txt",
            "kb quote --json - < letter.txt | jq -r '.verdict, .finds[].id'",
        ]);
    }

    private static async Task<int> RunAsync(CommandContext context, string[] words)
    {
        await IndexUpdate.EnsureSearchableAsync(context, "kb quote");
        var typed = words is ["-"] ? await Console.In.ReadToEndAsync(context.Cancellation) : string.Join(' ', words);
        var answer = await new QuoteFinder(context.Archive.Quotations).FindAsync(typed, context.Cancellation);
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, QuoteCheckAnswer.Of(answer));
        }
        else
        {
            new QuoteText(context.Terminal).Write(answer);
        }

        return answer.Verdict switch
        {
            QuoteVerdict.Verbatim or QuoteVerdict.VerbatimBut => ExitCode.Ok,
            QuoteVerdict.Near => ExitCode.Partial,
            QuoteVerdict.NotFound => answer.Translations.IsEmpty ? ExitCode.NotFound : ExitCode.Partial,
            _ => ExitCode.Usage,
        };
    }
}
