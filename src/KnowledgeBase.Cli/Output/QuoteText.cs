using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Cli.Output;

/// <summary>Quotations as text: the verdict on one, and lists of them.</summary>
internal sealed class QuoteText(Terminal terminal)
{
    private readonly Style _style = Style.For(terminal);

    /// <summary>The answer to a quotation. Why there is no verdict is a message; every verdict is a result.</summary>
    public void Write(QuoteAnswer answer)
    {
        if (answer.Verdict is QuoteVerdict.Refused)
        {
            terminal.Complain(answer.Sentence);
            return;
        }

        terminal.Out.WriteLine(_style.AsTitle(Printable.OneLine(answer.Sentence)));
        foreach (var find in answer.Stretch?.Finds ?? answer.Finds)
        {
            terminal.Out.WriteLine();
            WriteFind(find);
        }

        foreach (var translation in answer.Stretch?.Translations ?? answer.Translations)
        {
            terminal.Out.WriteLine();
            Line(QuoteSentence.Of(translation), _style.AsTitle);
            Line($"   our translation: “{translation.Quotation.Record.Translation}”");
            WriteDifferences(translation.Words);
            WriteQuotation(translation.Quotation, "   ");
        }
    }

    /// <summary>One quotation of a list: the words, who said them when, where they stand.</summary>
    public void WriteQuotation(ListedQuotation quotation, string indent = "")
    {
        var record = quotation.Record;
        Line($"{indent}“{record.Text}”");
        Line($"{indent}   {Attribution(record)} · {record.Language}");
        if (record.Translation is not null && indent.Length == 0)
        {
            Line($"{indent}   our translation: “{record.Translation}”");
        }

        var vouched = quotation.RecordedIn is { } elsewhere ? $" · found by rule; {(elsewhere.IsTranslation ? "our translation of words " : "")}recorded in {elsewhere.Id}"
            : quotation.Kind is QuotationKind.Found ? " · found by rule, not confirmed by an archivist"
            : "";
        Line($"{indent}   {Place(quotation.Id, quotation.ParagraphId, quotation.ParagraphNumber)} · {quotation.Title}{vouched}", _style.AsFaint);
    }

    private void WriteFind(QuoteFind find)
    {
        Line($"{find.Title}: {QuoteSentence.Of(find)}", _style.AsTitle);
        Line($"   {Place(find.Id, find.ParagraphId, find.ParagraphNumber)} · {find.Date.AsWritten} · {find.Type} · {find.Language} · {find.Status}", _style.AsFaint);
        Line($"   “{find.Text}”");
        WriteDifferences(find.Words);
        if (find.Record is { } record)
        {
            Line($"   said by {Attribution(record)}{(record.IsConfirmed ? "" : " (found by rule, not confirmed by an archivist)")}");
        }
    }

    private void WriteDifferences(IEnumerable<ComparedPair> words)
    {
        foreach (var difference in words.Select(QuoteSentence.Of).Where(static difference => difference.Length > 0))
        {
            Line("   - " + difference);
        }
    }

    private static string Attribution(QuotationRecord record) => string.Join(", ", new[]
    {
        record.Speaker.Length > 0 ? record.Speaker : "speaker unknown",
        record.Date.IsUndated ? null : record.Date.AsWritten,
        record.Occasion,
    }.Where(static part => part is not null));

    private static string Place(DocumentId id, string paragraph, int number) => paragraph.Length == 0
        ? id.Value
        : string.Create(CultureInfo.InvariantCulture, $"{id}#{paragraph} ¶{number}");

    private void Line(string text, Func<string, string>? style = null)
    {
        var line = Printable.OneLine(text);
        terminal.Out.WriteLine(style is null ? line : style(line));
    }
}
