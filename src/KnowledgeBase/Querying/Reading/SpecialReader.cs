using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>The fields whose values have a syntax of their own: dates, <c>like:</c>, <c>quote:</c>.</summary>
internal static class SpecialReader
{
    /// <summary>The node; a value that cannot be read is searched as words. Null when nothing is left.</summary>
    public static QueryNode? Read(QueryToken token, ReadingContext context)
    {
        if (!context.HasRoom)
        {
            context.TakeClause(token.Source);
            return null;
        }

        var node = token.Text switch
        {
            FieldNames.Quote => ReadQuote(token, context),
            FieldNames.Like => ReadLike(token, context),
            _ => ReadDate(token, context),
        };
        if (node is null)
        {
            return ReadAsWords(token, context);
        }

        context.TakeClause(token.Source);
        return node;
    }

    private static QueryNode? ReadAsWords(QueryToken token, ReadingContext context)
    {
        var words = new List<QueryNode>();
        if (string.IsNullOrWhiteSpace(token.Value))
        {
            context.Report(QueryProblems.FieldWithoutValue(token.Text, token.Source));
        }

        foreach (var chunk in token.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (WordReader.Read(chunk, WordForm.AnyForm, token.Source, context) is { } word)
            {
                words.Add(word);
            }
        }

        return words switch
        {
            [] => null,
            [var only] => only,
            _ => new QueryNode.All([.. words]) { Source = token.Source },
        };
    }

    private static QueryNode? ReadDate(QueryToken token, ReadingContext context)
    {
        var node = DateReader.Read(token, context);
        if (node is null)
        {
            context.Report(QueryProblems.NotADate(token.Text, token.Value, token.ValueSource));
        }

        return node;
    }

    private static QueryNode.Like? ReadLike(QueryToken token, ReadingContext context)
    {
        if (DocumentId.IsValid(token.Value))
        {
            return new QueryNode.Like(token.Value) { Source = token.Source };
        }

        context.Report(QueryProblems.NotAReference(token.Value, token.ValueSource));
        return null;
    }

    /// <summary>The words as typed; cut after the last word that is compared.</summary>
    private static QueryNode.Quote? ReadQuote(QueryToken token, ReadingContext context)
    {
        var value = token.Value.Trim();
        var words = 0;
        var end = 0;
        while (end < value.Length && words < QueryLimits.QuoteWords)
        {
            var next = EndOfChunk(value, end);
            words += context.Words(value[end..next]).Count;
            end = next;
        }

        if (words == 0)
        {
            return null;
        }

        if (context.Words(value[end..]).Count > 0)
        {
            context.Report(QueryProblems.LongQuote(token.ValueSource));
            value = value[..end];
        }

        return new QueryNode.Quote(value) { Source = token.Source };
    }

    private static int EndOfChunk(string value, int at)
    {
        while (at < value.Length && char.IsWhiteSpace(value[at]))
        {
            at++;
        }

        while (at < value.Length && !char.IsWhiteSpace(value[at]))
        {
            at++;
        }

        return at;
    }
}
