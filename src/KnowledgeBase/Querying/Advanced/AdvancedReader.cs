
namespace KnowledgeBase.Querying.Advanced;

/// <summary>Fills an advanced form from a query.</summary>
/// <remarks>
/// Pure; never throws. Nothing is lost: what the form has no field for, or no free one, stands in <see cref="AdvancedForm.Typed"/>, and
/// when the whole would not read as the same query, all of it does.
/// </remarks>
public static class AdvancedReader
{
    /// <summary>The form that asks for what a text asks for.</summary>
    /// <param name="typed">Any text.</param>
    public static AdvancedForm Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var query = FormQuery.Read(typed);
        if (query is QueryNode.Everything)
        {
            return AdvancedForm.Empty;
        }

        var filling = new Filling(typed);
        foreach (var condition in FormQuery.Conditions(query))
        {
            filling.Add(condition);
        }

        return FormQuery.AreSame(FormQuery.Read(AdvancedWriter.Write(filling.Form).Text), query)
            ? filling.Form
            : AdvancedForm.Empty with { Typed = typed };
    }

    /// <summary>A form that takes one condition after the other into the first free field that asks for the same.</summary>
    private sealed class Filling(string typed)
    {
        public AdvancedForm Form { get; private set; } = AdvancedForm.Empty;

        public void Add(QueryNode condition)
        {
            if (Candidates(condition).FirstOrDefault(candidate => AsksFor(candidate.Alone, condition)) is { Filled: { } filled })
            {
                Form = filled;
            }
            else
            {
                Form = Form with { Typed = Join(Form.Typed, AsTyped(condition)) };
            }
        }

        private static bool AsksFor(AdvancedForm form, QueryNode condition) =>
            AdvancedWriter.Write(form) is { Problems.IsEmpty: true, Text: var text }
            && FormQuery.AreSame(FormQuery.Read(text), condition with { Times = 1 });

        /// <summary>Forms with the condition: it alone, and beside what is filled in already.</summary>
        private IEnumerable<(AdvancedForm Alone, AdvancedForm? Filled)> Candidates(QueryNode condition) => condition switch
        {
            QueryNode.Word or QueryNode.Wildcard or QueryNode.Fuzzy or QueryNode.Phrase or QueryNode.Window => OfWords(condition),
            QueryNode.Not { Child: var child } => Texts(child).Select(text => (
                AdvancedForm.Empty with { None = text }, (AdvancedForm?)(Form with { None = Join(Form.None, text) }))),
            QueryNode.Near near => OfNear(near),
            QueryNode.Field field => OfField(field),
            QueryNode.Said said => OfSaid(said),
            QueryNode.DateRange or QueryNode.Undated => OfDate(condition, UndatedChoice.Usual),
            QueryNode.Any { Children: [QueryNode.DateRange range, QueryNode.Undated] } => OfDate(range, UndatedChoice.AsWell),
            QueryNode.Any any => OfAny(any),
            QueryNode.Added added => OfAdded(added),
            _ => [],
        };

        private IEnumerable<(AdvancedForm Alone, AdvancedForm? Filled)> OfWords(QueryNode node)
        {
            if (Form.Phrase.Length == 0 && node.Times == 1 && node is (QueryNode.Word { Form: not WordForm.AnyForm } or QueryNode.Phrase))
            {
                var isSpelled = QueryPhrasing.FormOf([node]) is WordForm.AsSpelled;
                foreach (var text in Texts(node).Select(static text => text.TrimStart('=').Trim('"', '“', '”')))
                {
                    yield return (AdvancedForm.Empty with { Phrase = text, AsSpelled = isSpelled }, Form with { Phrase = text, AsSpelled = isSpelled });
                }
            }

            foreach (var text in Texts(node))
            {
                var all = Enumerable.Repeat(text, node.Times).Aggregate(Form.All, Join);
                yield return (AdvancedForm.Empty with { All = text }, Form with { All = all });
            }
        }

        private IEnumerable<(AdvancedForm Alone, AdvancedForm? Filled)> OfAny(QueryNode.Any any)
        {
            if (Form.Any.Length == 0)
            {
                foreach (var text in Choices(any, " "))
                {
                    yield return (AdvancedForm.Empty with { Any = text }, Form with { Any = text });
                }
            }
        }

        private IEnumerable<(AdvancedForm Alone, AdvancedForm? Filled)> OfNear(QueryNode.Near near)
        {
            if (Form.Near.Length > 0)
            {
                yield break;
            }

            foreach (var (one, other) in Groups(near.Left).Zip(Groups(near.Right)))
            {
                AdvancedForm With(AdvancedForm form) => form with
                {
                    Near = one,
                    NearOther = other,
                    NearDistance = near.Distance.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    NearInOrder = near.Ordered,
                };
                yield return (With(AdvancedForm.Empty), With(Form));
            }
        }

        private IEnumerable<(AdvancedForm Alone, AdvancedForm? Filled)> OfField(QueryNode.Field field)
        {
            var taken = Form.Fields.RemoveAll(static row => row.Words.Length == 0);
            if (taken.Length == AdvancedForm.FieldCount || !AdvancedForm.FieldsToChoose.Contains(field.Name))
            {
                yield break;
            }

            foreach (var text in Groups(field.Child))
            {
                var row = new FieldWords(field.Name, text);
                yield return (AdvancedForm.Empty with { Fields = [row] }, Form with { Fields = [.. taken, row] });
            }
        }

        private IEnumerable<(AdvancedForm Alone, AdvancedForm? Filled)> OfSaid(QueryNode.Said said)
        {
            if (Form.Speaker.Length + Form.Said.Length > 0)
            {
                yield break;
            }

            foreach (var words in said.Words is null ? [""] : Groups(said.Words))
            {
                yield return (AdvancedForm.Empty with { Speaker = said.Speaker, Said = words }, Form with { Speaker = said.Speaker, Said = words });
            }
        }

        private IEnumerable<(AdvancedForm Alone, AdvancedForm? Filled)> OfDate(QueryNode date, UndatedChoice undated)
        {
            if (Form.From.Length + Form.To.Length > 0 || Form.Undated is not UndatedChoice.Usual)
            {
                yield break;
            }

            var alone = date is QueryNode.Undated ? UndatedChoice.Only : UndatedChoice.Usual;
            AdvancedForm[] ways = date is QueryNode.Undated ? [AdvancedForm.Empty] : [.. new[] { Slice(date), QueryWriter.Write(date) }.Select(Dates).OfType<AdvancedForm>()];
            foreach (var way in ways)
            {
                var both = alone is UndatedChoice.Only ? alone : undated;
                yield return (
                    way with { Undated = both },
                    Form with { From = way.From, To = way.To, About = way.About, Within = way.Within, Undated = both });
            }
        }

        private IEnumerable<(AdvancedForm Alone, AdvancedForm? Filled)> OfAdded(QueryNode.Added added)
        {
            if (Form.Added.Length + Form.AddedSince.Length > 0)
            {
                yield break;
            }

            var choice = Value(Slice(added), "added:");
            yield return (AdvancedForm.Empty with { Added = choice }, Form with { Added = choice });
            foreach (var since in Texts(added).Select(static text => Value(text, "added:").Replace("..", "", StringComparison.Ordinal)))
            {
                yield return (AdvancedForm.Empty with { AddedSince = since }, Form with { AddedSince = since });
            }
        }

        /// <summary>A date as the fields of the form have it; null when it is none that they can have.</summary>
        private static AdvancedForm? Dates(string written)
        {
            const string Inside = "within:";
            var value = Value(written, "date:");
            if (value.Length == 0)
            {
                return null;
            }

            var isWithin = value.StartsWith(Inside, StringComparison.Ordinal);
            var ends = (isWithin ? value[Inside.Length..] : value).Split("..") is [var one, var other] ? (one, other)
                : isWithin ? (value[Inside.Length..], value[Inside.Length..]) : (value, value);
            return AdvancedForm.Empty with
            {
                From = ends.Item1.TrimEnd('~'),
                To = ends.Item2.TrimEnd('~'),
                About = value.Contains('~', StringComparison.Ordinal),
                Within = isWithin,
            };
        }

        private static string Value(string written, string field) =>
            written.StartsWith(field, StringComparison.OrdinalIgnoreCase) ? written[field.Length..].Trim().ToLowerInvariant() : "";

        /// <summary>A condition of the field that holds alternatives, terms side by side, or one term.</summary>
        private IEnumerable<string> Groups(QueryNode node) => node switch
        {
            QueryNode.Any any => Choices(any, " OR "),
            QueryNode.All all => [string.Join(' ', all.Children.Select(Longest))],
            _ => Texts(node),
        };

        private IEnumerable<string> Choices(QueryNode.Any any, string separator) =>
            [string.Join(separator, any.Children.Select(child => child is QueryNode.All ? Groups(child).First() : Longest(child)))];

        /// <summary>A term within others: as typed if that is read alike, as written anew otherwise.</summary>
        private string Longest(QueryNode node) =>
            Texts(node).FirstOrDefault(text => AsksFor(AdvancedForm.Empty with { All = text }, node)) ?? QueryWriter.Write(node);

        private IEnumerable<string> Texts(QueryNode node) => [Slice(node), QueryWriter.Write(node)];

        private string AsTyped(QueryNode node) => string.Join(' ', Enumerable.Repeat(FormQuery.TextOf(node, typed), node.Times));

        private string Slice(QueryNode node) => FormQuery.Slice(node, typed);

        private static string Join(string before, string text) => before.Length == 0 ? text : $"{before} {text}";
    }
}
