namespace KnowledgeBase.Querying.Reading;

/// <summary>What stands between quotation marks.</summary>
internal sealed partial class QueryLexer
{
    private int _singleQuotesEnd = -1;

    private void ReadPhrase()
    {
        var start = _at;
        var (from, to, next, closed) = FindClosing(start);
        if (!closed && !HasSubstance(from, to))
        {
            // A mark at the end opens nothing: inches, or a slip of the finger.
            Add(QueryTokenKind.Text, start, from);
            return;
        }

        ReportUnclosed(start, from, to, closed);
        var hasTilde = next < _text.Length && _text[next] == '~';
        var end = hasTilde ? next + 1 : next;
        while (hasTilde && end < _text.Length && char.IsAsciiDigit(_text[end]))
        {
            end++;
        }

        _tokens.Add(new QueryToken(QueryTokenKind.Phrase, _typed.Source(start, end), _text[from..to])
        {
            ContentStart = from,
            ContentEnd = to,
            HasTilde = hasTilde,
            Number = hasTilde ? ReadNumber(_text[(next + 1)..end]) : null,
        });
        _at = end;
    }

    private void ReportUnclosed(int open, int from, int to, bool closed)
    {
        if (!closed)
        {
            _problems.Add(QueryProblems.UnclosedPhrase(_text[from..to].Trim(), _typed.Source(open, open + 1)));
        }
    }

    /// <summary>Single quotation marks around several words do not hold them together: said once for each pair.</summary>
    private void ReportSingleQuotes()
    {
        var end = Quotes.EndOfIgnoredSingle(_text, _at);
        if (end > _at && _at > _singleQuotesEnd)
        {
            _singleQuotesEnd = end;
            _problems.Add(QueryProblems.SingleQuotes(_text[(_at + 1)..end], _typed.Source(_at, end + 1)));
        }
    }

    /// <summary>
    /// What <c>quote:</c> looks for: up to the quotation mark that ends it (quotations in quotations are common, so the first one
    /// that leaves an even number of marks behind), or everything that follows.
    /// </summary>
    private (int From, int To) ReadQuotation()
    {
        if (_at >= _text.Length)
        {
            return (_at, _at);
        }

        if (!Quotes.Opens(_text, _at))
        {
            var from = _at;
            _at = _text.Length;
            return (from, _text.AsSpan().TrimEnd().Length);
        }

        var (start, end, next, closed) = FindClosingOfQuotation(_at);
        ReportUnclosed(_at, start, end, closed);
        _at = next;
        return (start, end);
    }

    private (int From, int To, int Next, bool Closed) FindClosingOfQuotation(int open)
    {
        var marks = new List<int>();
        for (var i = open + 1; i < _text.Length; i++)
        {
            if (Quotes.Closes(_text, i, _text[open]))
            {
                marks.Add(i);
            }
        }

        for (var n = 0; n < marks.Count; n++)
        {
            var next = marks[n] + 1;
            var ends = next == _text.Length || char.IsWhiteSpace(_text[next]) || _text[next] == ')';
            if (ends && (marks.Count - n - 1) % 2 == 0)
            {
                return (open + 1, marks[n], next, true);
            }
        }

        return FindClosing(open);
    }

    private (int From, int To, int Next, bool Closed) FindClosing(int open)
    {
        for (var i = open + 1; i < _text.Length; i++)
        {
            if (TypedText.IsEscape(_text, i))
            {
                i++;
            }
            else if (Quotes.Closes(_text, i, _text[open]))
            {
                return (open + 1, i, i + 1, true);
            }
        }

        return (open + 1, _text.Length, _text.Length, false);
    }
}
