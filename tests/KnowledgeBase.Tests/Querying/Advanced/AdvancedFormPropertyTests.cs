using System.Collections.Immutable;
using CsCheck;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Advanced;

namespace KnowledgeBase.Tests.Querying.Advanced;

/// <summary>What holds for every form and every query. CsCheck prints the seed of a failure; pass it as <c>seed:</c> to repeat it.</summary>
public class AdvancedFormPropertyTests
{
    [Fact]
    public void A_form_asks_for_what_each_of_its_fields_asks_for_by_itself() => AnyForm.Filled.Sample(
        static form =>
        {
            var written = AdvancedWriter.Write(form);
            if (!IsWithinLimits(written.Text))
            {
                return;
            }

            var parts = AnyForm.Parts(form).Select(static part => Asked.Parse(AdvancedWriter.Write(part).Text).Query).ToImmutableArray();
            var wanted = QuerySimplifier.Simplify(new QueryNode.All(parts));
            AssertSame(wanted, written.Text);
        },
        iter: 20_000);

    [Fact]
    public void A_field_of_words_asks_for_its_words_and_for_nothing_else() => AnyQueryText.Short.Where(static typed => !typed.AsSpan().ContainsAny("*?~＊")).Sample(
        static typed =>
        {
            // What AND and OR between words become is tested by example; here they are words like others.
            var text = typed.Replace("AND", "and", StringComparison.Ordinal).Replace("OR", "or", StringComparison.Ordinal);
            var asked = Asked.Parse(AdvancedWriter.Write(new AdvancedForm { All = text }).Text);
            if (IsWithinLimits(asked.Typed))
            {
                Assert.Equal(Words(text), WordsOf(asked.Query));
            }
        },
        iter: 20_000);

    [Fact]
    public void A_phrase_asks_for_its_words_in_their_order_and_for_nothing_else() => AnyQueryText.Short.Sample(
        static typed =>
        {
            foreach (var isSpelled in new[] { false, true })
            {
                var query = Asked.Parse(AdvancedWriter.Write(new AdvancedForm { Phrase = typed, AsSpelled = isSpelled }).Text).Query;
                var words = query is QueryNode.Phrase phrase ? phrase.Elements : query is QueryNode.Everything ? [] : [query];
                Assert.Equal(WordsInOrder(typed), words.Cast<QueryNode.Word>().Select(static word => word.Text));
                Assert.All(words, word => Assert.Equal(isSpelled ? WordForm.AsSpelled : WordForm.Verbatim, ((QueryNode.Word)word).Form));
            }
        },
        iter: 20_000);

    [Fact]
    public void A_form_filled_from_a_query_asks_for_the_same() => AnyQueryText.Short.Sample(
        static typed =>
        {
            var query = Asked.Parse(typed).Query;
            var form = AdvancedReader.Read(typed);
            var written = AdvancedWriter.Write(form);
            Assert.Empty(written.Problems);
            AssertSame(query, written.Text);
        },
        iter: 20_000);

    [Fact]
    public void A_form_survives_any_characters_in_any_length()
    {
        foreach (var sign in new[] { "(", "\"", "‘", "=", "\\", "a ", "\"a\" ", "OR ", "*", "a* ", "x~ ", "\uD800", "c. ", "1923 ", "a’ ‘" })
        {
            var text = string.Concat(Enumerable.Repeat(sign, 20_000));
            var form = new AdvancedForm
            {
                All = text,
                Phrase = text,
                Any = text,
                None = text,
                Near = text,
                NearOther = text,
                NearDistance = text,
                Fields = [new(text, text)],
                Speaker = text,
                Said = text,
                From = text,
                To = text,
                Added = text,
                AddedSince = text,
                Typed = text,
            };
            Assert.NotEmpty(AdvancedWriter.Write(form).Problems);
            Assert.Empty(AdvancedWriter.Write(AdvancedReader.Read(text)).Problems.Where(static problem => problem.Code != "form.too_long"));
        }
    }

    /// <summary>Over the limits, words of one field can take the place of another's; the page says so.</summary>
    private static bool IsWithinLimits(string text) =>
        text.Length <= QueryLimits.Characters && !Asked.Parse(text).Problems.Any(static problem => problem.Code is
            "query.many_fuzzy" or "query.many_wildcard_words" or "query.too_many_clauses" or "query.long_phrase" or "query.too_deep" or "query.long_near");

    private static void AssertSame(QueryNode wanted, string written)
    {
        var (expected, read) = (Conditions(wanted), Conditions(Asked.Parse(written).Query));
        Assert.True(expected == read, $"{written}\nasks for\n{read}\ninstead of\n{expected}");
    }

    /// <summary>What is asked for and how often; everything is everything however often.</summary>
    private static string Conditions(QueryNode query) => query is QueryNode.Everything ? "" :
        string.Join('\n', (query is QueryNode.All all ? all.Children : [query]).Select(static node => $"{node} {node.Times}×").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Words(string text) => WordsInOrder(text).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The words of a text as a phrase has them, where no sign in it means anything.</summary>
    private static IEnumerable<string> WordsInOrder(string text)
    {
        var plain = new string([.. text.Select((c, i) => IsSign(text, i) ? '/' : c)]);
        return Leaves(Asked.Parse($"\"{plain}\"").Query).Select(static word => word.Text);
    }

    private static bool IsSign(string text, int at) =>
        @"\()*?~^＊（".Contains(text[at], StringComparison.Ordinal)
        || ("\"“”„＂".Contains(text[at], StringComparison.Ordinal) && !(at > 0 && at + 1 < text.Length && IsHebrew(text[at - 1]) && IsHebrew(text[at + 1])));

    private static bool IsHebrew(char c) => c is >= '\u05D0' and <= '\u05EA';

    private static IEnumerable<string> WordsOf(QueryNode node) => Leaves(node).Select(static word => word.Text).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<QueryNode.Word> Leaves(QueryNode node) => node switch
    {
        QueryNode.Word word => [word],
        QueryNode.All all => all.Children.SelectMany(Leaves),
        QueryNode.Phrase phrase => phrase.Elements.SelectMany(Leaves),
        QueryNode.Window window => window.Elements.SelectMany(Leaves),
        QueryNode.Any any => any.Children.SelectMany(Leaves),
        QueryNode.Everything => [],
        _ => throw new InvalidOperationException($"{node} is no word."),
    };
}
