using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;

namespace KnowledgeBase.Cli.Output;

/// <summary>What a reader may try who found nothing, as text: one line each, never among the results.</summary>
internal static class AdviceText
{
    /// <summary>Writes the offers with their counts.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="advice">The offers.</param>
    public static void Write(Terminal terminal, SearchAdvice advice)
    {
        foreach (var offer in advice.DidYouMean)
        {
            terminal.Say(Printable.OneLine($"Did you mean: {offer.Query} ({Documents(offer.Documents)}{(offer.LeftOut is { } leftOut ? $", {leftOut}" : "")})"));
        }

        foreach (var speaker in advice.UnknownSpeakers)
        {
            terminal.Say(Printable.OneLine($"No quotation of anyone named “{speaker}” is recorded."));
        }

        if (advice.NearbyDates is { } dates)
        {
            terminal.Say(Printable.OneLine($"Nothing on {dates.Asked}."));
            foreach (var other in dates.Nearest)
            {
                Tell(terminal, "Nearest: ", other);
            }

            if (dates.Without is { } without)
            {
                Tell(terminal, "", without);
            }
        }

        foreach (var other in advice.Without)
        {
            Tell(terminal, "", other);
        }

        if (advice.Archive is { } archive)
        {
            var years = archive is { FirstDay: { } first, LastDay: { } last } ? FormattableString.Invariant($" on the years {first.Year} to {last.Year}") : "";
            terminal.Say(Printable.OneLine($"The archive has {Documents(archive.Documents)}{years}, in {string.Join(", ", archive.Languages)}."));
        }
    }

    private static void Tell(Terminal terminal, string label, OtherSearch other)
    {
        var filters = other.Filters.IsEmpty ? "" : $" with {FilterWords.Of(other.Filters)}";
        var query = other.Query.Length == 0 ? "" : $": {other.Query}{filters}";
        terminal.Say(Printable.OneLine($"{label}{other.Words} ({Documents(other.Documents)}){query}"));
    }

    private static string Documents(long count) => Printable.Count(count, "document", "documents");
}
