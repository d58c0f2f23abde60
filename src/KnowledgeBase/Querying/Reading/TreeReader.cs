using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>Tokens to the tree, by descent. Recursion happens at brackets only, which are at most 20 deep.</summary>
/// <remarks>
/// <code>
/// either  = all { OR all }
/// all     = near { [AND] near }
/// near    = term { (NEAR/n | BEFORE/n) term }
/// term    = { - | NOT | + | = | field: } ( word | phrase | value | "(" either ")" )
/// </code>
/// What does not fit is reported and passed over: every loop takes at least one token.
/// </remarks>
internal sealed class TreeReader(List<QueryToken> tokens, ReadingContext context)
{
    private static readonly QueryToken End = new(QueryTokenKind.Close, default, "");

    private int _at;

    private QueryToken Current => _at < tokens.Count ? tokens[_at] : End;

    private bool IsAtEnd => Current.Kind is QueryTokenKind.Close;

    /// <summary>The tree; null when nothing is asked for.</summary>
    public QueryNode? Read() => ReadEither(isSpelled: false, isInField: false);

    private QueryNode? ReadEither(bool isSpelled, bool isInField)
    {
        var parts = new List<QueryNode>();
        var readings = new List<(string Text, bool IsSeveral)>();
        var start = Current.Source.Start;
        while (true)
        {
            var first = Current;
            if (ReadAll(isSpelled, isInField, out var several) is { } part)
            {
                parts.Add(part);
                readings.Add((Slice(first.Source.Start, tokens[_at - 1].Source.End), several));
            }

            if (IsAtEnd)
            {
                break;
            }

            var joins = !ReferenceEquals(Current, first);
            var or = Current;
            _at++;
            if (!joins || IsAtEnd)
            {
                Ignore(or);
            }
        }

        ReportMixed(readings, start);
        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new QueryNode.Any([.. parts]) { Source = Around(parts) },
        };
    }

    /// <summary>Up to the next OR or the end of the brackets.</summary>
    private QueryNode? ReadAll(bool isSpelled, bool isInField, out bool several)
    {
        var parts = new List<QueryNode>();
        while (!IsAtEnd && Current.Kind is not QueryTokenKind.Or)
        {
            if (Current.Kind is QueryTokenKind.And)
            {
                ReadAnd(parts.Count > 0);
                continue;
            }

            if (ReadNear(isSpelled, isInField) is { } part)
            {
                parts.Add(part);
            }
        }

        several = parts.Count > 1;
        parts = Trees.BindSaid(parts, IsBracketed);
        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new QueryNode.All([.. parts]) { Source = Around(parts) },
        };
    }

    private void ReadAnd(bool hasLeft)
    {
        var and = Current;
        _at++;
        if (!hasLeft || IsAtEnd || Current.Kind is QueryTokenKind.Or or QueryTokenKind.And)
        {
            Ignore(and);
        }
    }

    private QueryNode? ReadNear(bool isSpelled, bool isInField)
    {
        var left = Current.Kind is QueryTokenKind.Near ? null : ReadTerm(isSpelled, isInField);
        while (Current.Kind is QueryTokenKind.Near)
        {
            var near = Current;
            _at++;
            var right = Current.Kind is QueryTokenKind.Near || IsAtEnd ? null : ReadTerm(isSpelled, isInField);
            if (left is null || right is null)
            {
                Ignore(near);
                left ??= right;
                continue;
            }

            ReportDistance(near);
            left = Trees.Near(left, near, right, context);
        }

        return left;
    }

    private void ReportDistance(QueryToken near)
    {
        if (near.Number is null)
        {
            context.Report(QueryProblems.NoDistance(near.Text, Trees.DefaultDistance, near.Source));
        }
        else if (near.Number > QueryLimits.Distance)
        {
            context.Report(QueryProblems.LongDistance(near.Source));
        }
    }

    /// <summary>Signs and a field, then what they hold for. Takes at least one token.</summary>
    private QueryNode? ReadTerm(bool isSpelled, bool isInField)
    {
        var first = Current;
        var isLeftOut = false;
        QueryToken? field = null;
        for (; !IsAtEnd; _at++)
        {
            switch (Current.Kind)
            {
                case QueryTokenKind.Minus or QueryTokenKind.Not:
                    isLeftOut = !isLeftOut;
                    continue;
                case QueryTokenKind.Plus:
                    continue;
                case QueryTokenKind.Spelled:
                    isSpelled = true;
                    continue;
                case QueryTokenKind.Field:
                    if (field is not null)
                    {
                        context.Report(QueryProblems.FieldBeforeField(field.Text, field.Source));
                    }

                    field = Current;
                    continue;
            }

            break;
        }

        var node = ReadOperand(isSpelled, isInField || field is not null);
        if (node is null)
        {
            ReportUnused(first, field);
            return null;
        }

        var source = new TextSpan(first.Source.Start, Math.Max(node.Source.End, tokens[_at - 1].Source.End));
        if (isLeftOut && node is QueryNode.Everything && field?.Text != FieldNames.Said)
        {
            context.Report(QueryProblems.StarAlone(Slice(source.Start, source.End), source));
            return node;
        }

        node = field is null ? WithSigns(node, source, isLeftOut) : InField(field, node, source);
        return isLeftOut ? new QueryNode.Not(node) { Source = source } : node;
    }

    /// <summary>A single word or phrase stands where its = or + stands, so that taking it out of the text takes the sign too.</summary>
    private static QueryNode WithSigns(QueryNode node, TextSpan source, bool isLeftOut) =>
        isLeftOut ? node : node with { Source = source };

    private QueryNode InField(QueryToken field, QueryNode node, TextSpan source)
    {
        if (FieldNames.IsSpecial(field.Text))
        {
            // The values in its brackets were read as such.
            return node with { Source = source };
        }

        if (node is QueryNode.Everything)
        {
            if (field.Text == FieldNames.Said)
            {
                return new QueryNode.Said("", null) { Source = source };
            }

            context.Report(QueryProblems.StarAlone(Slice(source.Start, source.End), source));
            return node;
        }

        return field.Text == FieldNames.Said ? Speakers.Said(node, source) : Trees.InField(field.Text, node, source);
    }

    private void ReportUnused(QueryToken first, QueryToken? field)
    {
        if (field is not null)
        {
            context.Report(QueryProblems.FieldWithoutValue(field.Text, field.Source));
        }
        else if (first.Kind is QueryTokenKind.Not or QueryTokenKind.Minus or QueryTokenKind.Plus or QueryTokenKind.Spelled)
        {
            Ignore(first);
        }
    }

    private QueryNode? ReadOperand(bool isSpelled, bool isInField)
    {
        if (IsAtEnd)
        {
            return null;
        }

        var token = Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return ReadBrackets(isSpelled, isInField);
            case QueryTokenKind.Text:
                _at++;
                return ReadWord(token, isSpelled, isInField);
            case QueryTokenKind.Phrase:
                _at++;
                return PhraseReader.Read(token, isSpelled, context);
            case QueryTokenKind.Special:
                _at++;
                return SpecialReader.Read(token, context);
            default:
                // An operator: whoever reads on decides whether it joins something.
                return null;
        }
    }

    private QueryNode? ReadBrackets(bool isSpelled, bool isInField)
    {
        var open = Current;
        _at++;
        var isEmpty = IsAtEnd;
        var node = ReadEither(isSpelled, isInField);
        var source = new TextSpan(open.Source.Start, Current.Source.End);
        _at++;
        if (isEmpty)
        {
            context.Report(QueryProblems.EmptyBrackets(source));
        }

        return node switch
        {
            null => null,
            // Leaving it out, or a field of it, would say nothing.
            _ when QuerySimplifier.Simplify(node) is QueryNode.Everything => new QueryNode.Everything { Source = source },
            _ => node with { Source = source },
        };
    }

    private QueryNode? ReadWord(QueryToken token, bool isSpelled, bool isInField)
    {
        var decoded = token.Text;
        if (decoded.AsSpan().IndexOfAnyExcept(TypedText.Star) < 0)
        {
            return new QueryNode.Everything { Source = token.Source };
        }

        if (!isSpelled && !isInField && DateReader.IsUnmistakable(decoded))
        {
            context.Report(QueryProblems.ReadAsDate(decoded, token.Source));
            var value = new QueryToken(QueryTokenKind.Special, token.Source, FieldNames.Date) { Value = decoded, ValueSource = token.Source };
            return SpecialReader.Read(value, context);
        }

        if (_at == tokens.Count && tokens.Count > 2 && QuestionMarks.EndsSentence(decoded))
        {
            decoded = QuestionMarks.Remove(decoded, token.Source, context);
        }

        if (decoded is "or" or "and" or "not" && _at > 1 && _at < tokens.Count && !isInField)
        {
            context.Report(QueryProblems.LowerCaseOperator(decoded, token.Source));
        }

        return WordReader.Read(decoded, isSpelled ? WordForm.AsSpelled : WordForm.AnyForm, token.Source, context);
    }

    /// <summary>Words and OR side by side without brackets: says where the brackets are.</summary>
    private void ReportMixed(List<(string Text, bool IsSeveral)> readings, int start)
    {
        if (readings.Count > 1 && readings.Exists(static reading => reading.IsSeveral))
        {
            var text = string.Join(" OR ", readings.Select(static reading => reading.IsSeveral ? $"({reading.Text})" : reading.Text));
            context.Report(QueryProblems.MixedOperators(text, new TextSpan(start, tokens[_at - 1].Source.End)));
        }
    }

    private bool IsBracketed(QueryNode node) => context.Typed.Typed[node.Source.Start] is '(' or '（';

    private void Ignore(QueryToken token) => context.Report(QueryProblems.Ignored(token.Text, token.Source));

    private string Slice(int start, int end) => context.Typed.Typed[start..Math.Max(start, end)];

    private static TextSpan Around(List<QueryNode> nodes) =>
        new(nodes.Min(static node => node.Source.Start), nodes.Max(static node => node.Source.End));
}
