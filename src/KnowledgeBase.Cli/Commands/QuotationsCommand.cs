using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb quotations</c>: who said what, when, and where it stands.</summary>
internal static class QuotationsCommand
{
    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var options = new QuotationsOptions();
        var command = new Command("quotations", "List the quotations of the archive with speaker, date and place. Ends with 3 when there is none.");
        options.AddTo(command);
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, options, parsed)));
        return (command,
        [
            "kb quotations --speaker Schober",
            "kb quotations extradition --speaker Schober --from 1920 --to 1929",
            "kb quotations --kind found --sort speaker",
            "kb quotations --lang de --json | jq -r '.quotations[].quotation.text'",
        ]);
    }

    private static async Task<int> RunAsync(CommandContext context, QuotationsOptions options, ParseResult parsed)
    {
        await IndexUpdate.EnsureSearchableAsync(context, "kb quotations");
        var read = QuotationReading.Read(
            options.Speaker(parsed),
            options.Words(parsed),
            DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime),
            context.Archive.Names.Names);
        var request = options.Request(parsed, read);
        var page = await context.Archive.Quotations.ListAsync(request, context.Cancellation);
        var advice = await new SpeakerAdviser(context.Archive.Quotations, context.Archive.Names.Names)
            .AdviseAsync(request, page.Total, context.Cancellation);
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, QuotationsAnswer.Of(read, request, page, advice));
        }
        else
        {
            Tell(context.Terminal, read, request, page, advice);
        }

        return page.Total == 0 ? ExitCode.NotFound : ExitCode.Ok;
    }

    private static void Tell(
        Terminal terminal, ReadQuotations read, QuotationRequest request, QuotationPage page, QuotationAdvice advice)
    {
        foreach (var problem in read.Problems)
        {
            terminal.Say(Printable.OneLine(problem));
        }

        var text = new QuoteText(terminal);
        foreach (var quotation in page.Quotations)
        {
            text.WriteQuotation(quotation);
            terminal.Out.WriteLine();
        }

        var shown = page.Quotations.IsEmpty ? "" : string.Create(
            CultureInfo.InvariantCulture, $"; showing {request.Offset + 1}-{request.Offset + page.Quotations.Length}");
        terminal.Say(page.Total == 0
            ? advice.UnknownSpeaker is { } unknown ? Printable.OneLine($"No quotation of anyone named “{unknown}” is recorded.") : "No quotation is like that."
            : $"{Printable.Count(page.Total, "quotation", "quotations")} in {Printable.Count(page.Documents, "document", "documents")}{shown}.");
        foreach (var offer in advice.DidYouMean)
        {
            var conditions = offer.KeepsConditions ? "" : ", without the other conditions";
            terminal.Say(Printable.OneLine($"Did you mean: {offer.Speaker} ({Printable.Count(offer.Count, "quotation", "quotations")}{conditions})"));
        }
    }
}

/// <summary>The answer of <c>kb quotations --json</c>.</summary>
internal sealed record QuotationsAnswer(
    string Schema,
    string ReadAs,
    ImmutableArray<string> Problems,
    string Search,
    int Total,
    int Documents,
    int Undated,
    int Offset,
    string IndexVersion,
    ImmutableArray<QuotationLine> Quotations,
    ImmutableArray<QuotationCount> Speakers,
    ImmutableArray<QuotationCount> Decades,
    ImmutableArray<QuotationCount> Languages,
    ImmutableArray<QuotationCount> Kinds,
    ImmutableArray<SpeakerOffer> DidYouMean,
    string? UnknownSpeaker)
{
    public static QuotationsAnswer Of(ReadQuotations read, QuotationRequest request, QuotationPage page, QuotationAdvice advice) => new(
        "kb.quotations/1",
        read.Sentence,
        read.Problems,
        read.Search,
        page.Total,
        page.Documents,
        page.Undated,
        request.Offset,
        page.IndexVersion,
        [.. page.Quotations.Select(QuotationLine.Of)],
        page.Speakers,
        page.Decades,
        page.Languages,
        page.Kinds,
        advice.DidYouMean,
        advice.UnknownSpeaker);
}
