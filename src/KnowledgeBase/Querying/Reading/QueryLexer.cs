using System.Globalization;

namespace KnowledgeBase.Querying.Reading;

/// <summary>Typed text to tokens. Total: every text gives tokens, and what is odd about it becomes a problem or plain text.</summary>
internal sealed partial class QueryLexer
{
    /// <summary>Hyphens, figure dash, en dash, em dash, horizontal bar.</summary>
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015";

    private readonly TypedText _typed;
    private readonly string _text;
    private readonly List<QueryProblem> _problems;
    private readonly List<QueryToken> _tokens = [];

    /// <summary>For each open bracket the field whose values stand in it, such as <c>date</c>; null where words do.</summary>
    private readonly Stack<string?> _brackets = new();
    private int _at;

    private QueryLexer(TypedText typed, List<QueryProblem> problems)
    {
        (_typed, _text, _problems) = (typed, typed.Text, problems);
    }

    public static List<QueryToken> Tokens(TypedText typed, List<QueryProblem> problems)
    {
        var lexer = new QueryLexer(typed, problems);
        while (lexer._at < lexer._text.Length)
        {
            lexer.ReadOne();
        }

        return lexer._tokens;
    }

    private void ReadOne()
    {
        var c = _text[_at];
        if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (c == '(')
        {
            Open(_brackets.TryPeek(out var around) ? around : null);
        }
        else if (c == ')')
        {
            _brackets.TryPop(out _);
            Add(QueryTokenKind.Close, _at, _at + 1);
        }
        else if (_brackets.TryPeek(out var field) && field is not null)
        {
            ReadValueOf(field);
        }
        else if (Quotes.Opens(_text, _at))
        {
            ReadPhrase();
        }
        else
        {
            ReadChunk();
        }
    }

    private void Open(string? field)
    {
        _brackets.Push(field);
        Add(QueryTokenKind.Open, _at, _at + 1);
    }

    /// <summary>In the brackets after <c>date:</c> and its like: an operator, a sign, another field, or one of the values.</summary>
    private void ReadValueOf(string field)
    {
        var end = EndOfChunk(_at);
        if (!Quotes.Opens(_text, _at) && (TryReadOperator(end) || TryReadSign(end) || TryReadKnownField(end)))
        {
            return;
        }

        var start = _at;
        var (from, to) = ReadValue();
        AddValue(field, start, from, EndOfRange(to));
    }

    /// <summary>The end of <c>1914 TO 1923</c> where only its first date is read yet.</summary>
    private int EndOfRange(int end)
    {
        var rest = _text.AsSpan(end);
        var to = rest.TrimStart();
        if (to.Length == rest.Length || !(to.StartsWith("TO ", StringComparison.Ordinal) || to.StartsWith("to ", StringComparison.Ordinal)))
        {
            return end;
        }

        var next = _text.Length - to[3..].TrimStart().Length;
        if (next == _text.Length || _text[next] is '(' or ')' || Quotes.Opens(_text, next))
        {
            return end;
        }

        return _at = EndOfChunk(next);
    }

    /// <summary>A run without space, bracket or quotation mark: signs, an operator, a field or a word.</summary>
    private void ReadChunk()
    {
        var end = EndOfChunk(_at);
        ReportSingleQuotes();
        if (TryReadOperator(end) || TryReadSign(end) || TryReadField(end))
        {
            return;
        }

        Add(QueryTokenKind.Text, _at, end, _typed.Decode(_at, end));
    }

    private int EndOfChunk(int start)
    {
        var at = start;
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]))
        {
            if (TypedText.IsEscape(_text, at))
            {
                at += 2;
                continue;
            }

            if (_text[at] is '(' or ')' || (at > start && Quotes.Opens(_text, at)))
            {
                break;
            }

            at++;
        }

        return Math.Min(at, _text.Length);
    }

    private bool TryReadOperator(int end)
    {
        QueryTokenKind? kind = _text[_at..end] switch
        {
            "AND" or "&&" or "&" => QueryTokenKind.And,
            "OR" or "||" or "|" => QueryTokenKind.Or,
            "NOT" => QueryTokenKind.Not,
            _ => null,
        };
        if (kind is { } found)
        {
            Add(found, _at, end, _text[_at..end]);
            return true;
        }

        return TryReadNear(end);
    }

    /// <summary><c>NEAR/5</c>, <c>BEFORE/5</c>, and <c>AROUND(5)</c> as Google has it.</summary>
    private bool TryReadNear(int end)
    {
        var chunk = _text[_at..end];
        var slash = chunk.IndexOf('/', StringComparison.Ordinal);
        var name = (slash < 0 ? chunk : chunk[..slash]) switch
        {
            "AROUND" when slash < 0 && EndOfBracketedNumber(end) > end => "NEAR",
            "NEAR" => "NEAR",
            "BEFORE" => "BEFORE",
            var other when slash > 0 && other.Equals("near", StringComparison.OrdinalIgnoreCase) => "NEAR",
            var other when slash > 0 && other.Equals("before", StringComparison.OrdinalIgnoreCase) => "BEFORE",
            _ => null,
        };
        var digits = slash < 0 ? "" : chunk[(slash + 1)..];
        if (name is null || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        if (chunk == "AROUND")
        {
            var bracket = EndOfBracketedNumber(end);
            (digits, end) = (_text[(end + 1)..(bracket - 1)], bracket);
        }

        var source = _typed.Source(_at, end);
        _tokens.Add(new QueryToken(QueryTokenKind.Near, source, name) { Number = ReadNumber(digits), Ordered = name == "BEFORE" });
        _at = end;
        return true;
    }

    private int EndOfBracketedNumber(int open)
    {
        var at = open + 1;
        while (at < _text.Length && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }

        return open < _text.Length && _text[open] == '(' && at > open + 1 && at < _text.Length && _text[at] == ')' ? at + 1 : open;
    }

    /// <summary>
    /// One of <c>- ! + =</c> directly before something; signs before nothing are text. A dash, which word processors make of a hyphen, is one
    /// where a word begins with it.
    /// </summary>
    private bool TryReadSign(int end)
    {
        QueryTokenKind? kind = _text[_at] switch
        {
            '-' or '!' => QueryTokenKind.Minus,
            '+' => QueryTokenKind.Plus,
            '=' => QueryTokenKind.Spelled,
            _ when Dashes.Contains(_text[_at], StringComparison.Ordinal) && (_at == 0 || char.IsWhiteSpace(_text[_at - 1]) || _text[_at - 1] == '(') => QueryTokenKind.Minus,
            _ => null,
        };
        var standsBeforeBracket = end < _text.Length && (_text[end] == '(' || Quotes.Opens(_text, end));
        if (kind is not { } sign || !(standsBeforeBracket || HasSubstance(_at + 1, end)))
        {
            return false;
        }

        if (Dashes.Contains(_text[_at], StringComparison.Ordinal))
        {
            _problems.Add(QueryProblems.DashAsMinus(_text[_at].ToString(), _typed.Source(_at, _at + 1)));
        }

        Add(sign, _at, _at + 1, _text[_at].ToString());
        return true;
    }

    private bool HasSubstance(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(_text[i]) || char.IsSurrogate(_text[i]) || _text[i] is '*' or '?')
            {
                return true;
            }
        }

        return false;
    }

    private bool TryReadField(int end)
    {
        var colon = _text.AsSpan(_at, end - _at).IndexOf(':');
        if (colon < 1 || _text.AsSpan(_at, colon).ContainsAny("\\*?~^"))
        {
            return false;
        }

        var typed = _text.Substring(_at, colon);
        return TryReadKnownField(end) || TryReadUnknownField(typed, end);
    }

    private bool TryReadKnownField(int end)
    {
        var colon = _text.AsSpan(_at, end - _at).IndexOf(':');
        return colon > 0 && FieldNames.Find(_text.Substring(_at, colon)) is { } name && ReadKnownField(name, _at + colon + 1);
    }

    /// <summary>
    /// Only letters directly before something: <c>foo:bar</c>. A time (12:30), a drive (C:\x), an address (https://…) and a colon
    /// at a word's end are plain text.
    /// </summary>
    private bool TryReadUnknownField(string typed, int end)
    {
        var after = _at + typed.Length + 1;
        var followed = after < _text.Length && !char.IsWhiteSpace(_text[after]) && _text[after] is not ('/' or '\\' or ':' or ')');
        if (typed.Length < 2 || !typed.All(char.IsLetter) || !followed)
        {
            return false;
        }

        _problems.Add(QueryProblems.UnknownField(typed, _typed.Source(_at, after)));
        Add(QueryTokenKind.Text, _at, after, typed);
        return true;
    }

    private bool ReadKnownField(string name, int afterColon)
    {
        var start = _at;
        _at = afterColon;
        if (!FieldNames.IsSpecial(name))
        {
            _tokens.Add(new QueryToken(QueryTokenKind.Field, _typed.Source(start, afterColon), name));
            return true;
        }

        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        if (name != FieldNames.Quote && _at < _text.Length && _text[_at] == '(')
        {
            _tokens.Add(new QueryToken(QueryTokenKind.Field, _typed.Source(start, afterColon), name));
            Open(name);
            return true;
        }

        var (from, to) = name == FieldNames.Quote ? ReadQuotation() : ReadValue();
        if (from >= to)
        {
            _problems.Add(QueryProblems.FieldWithoutValue(name, _typed.Source(start, afterColon)));
            return true;
        }

        AddValue(name, start, from, to);
        return true;
    }

    private void AddValue(string name, int start, int from, int to) =>
        _tokens.Add(new QueryToken(QueryTokenKind.Special, _typed.Source(start, Math.Max(_at, to)), name)
        {
            Value = name == FieldNames.Quote ? _text[from..to] : TypedText.Restore(_typed.Decode(from, to)),
            ValueSource = _typed.Source(from, to),
        });

    /// <summary>A value up to the next space, in quotation marks, or a range in square brackets or braces.</summary>
    private (int From, int To) ReadValue()
    {
        if (_at < _text.Length && Quotes.Opens(_text, _at))
        {
            var (from, to, next, closed) = FindClosing(_at);
            ReportUnclosed(_at, from, to, closed);
            _at = next;
            return (from, to);
        }

        var start = _at;
        _at = EndOfChunk(_at);
        var bracket = _text.AsSpan(start, _at - start).IndexOfAny('[', '{');
        var closing = bracket < 0 ? -1 : _text.AsSpan(start).IndexOfAny(']', '}');
        if (closing > bracket)
        {
            _at = start + closing + 1;
        }

        return (start, _at);
    }

    /// <summary>A number of any length; one that is too long for a number is over every limit.</summary>
    private static int? ReadNumber(string digits) =>
        digits.Length == 0 ? null
        : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : int.MaxValue;

    private void Add(QueryTokenKind kind, int start, int end, string? text = null)
    {
        _tokens.Add(new QueryToken(kind, _typed.Source(start, end), text ?? _text[start..end]));
        _at = end;
    }
}
