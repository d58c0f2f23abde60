using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Tests.Querying.Names;

public sealed class VariantExpansionTests
{
    private static readonly NameTable Table = new(
    [
        new NameRecord("place", "Vienna", ["Wien", "Вена"], []),
        new NameRecord("place", "Saint-Cloud", ["St. Cloud"], ["Saunt-Cloud"]),
        new NameRecord("organisation", "International Criminal Police Commission", ["ICPC", "IKPK", "C.I.P.C.", "Internationale Kriminalpolizeiliche Kommission"], []),
        new NameRecord("person", "Johann Schober", ["Johannes Schober", "Шобер"], ["Johan Schober", "Schrober"]),
        new NameRecord("person", "Harry Söderman", [], []),
        new NameRecord("person", "Robert Heindl", ["Heindl von Graz"], []),
        new NameRecord("person", "Franz Heindl", [], []),
        new NameRecord("subject", "founding", ["Gründung"], []),
    ]);

    [Theory]
    [InlineData("Wien", "(variants Wien vienna вена)")]
    [InlineData("wien", "(variants wien vienna вена)")]
    [InlineData("IKPK", "(variants IKPK (phrase international criminal police commission) icpc cipc (phrase internationale kriminalpolizeiliche kommission))")]
    [InlineData("Шобер", "(variants Шобер (phrase johann schober) (phrase johannes schober) schober)")]
    [InlineData("Schober", "(variants Schober шобер)")]
    [InlineData("Soederman", "(variants Soederman soderman)")]
    [InlineData("Soderman", "(variants Soderman soederman)")]
    [InlineData("Heindl", "Heindl")]
    [InlineData("founding", "founding")]
    [InlineData("congress", "congress")]
    [InlineData("=Wien", "=Wien")]
    [InlineData("'Wien'", "'Wien'")]
    public void A_word_is_expanded(string typed, string expected) => Assert.Equal(expected, Expand(Word(typed)).ToString());

    [Theory]
    [InlineData("congress Wien", "(all congress (variants Wien vienna вена))")]
    [InlineData("Johann Schober extradition", "(all (any (all Johann Schober) (variants (phrase Johann Schober) (phrase johannes schober) шобер)) extradition)")]
    [InlineData("die Internationale Kriminalpolizeiliche Kommission", "(all die (any (all Internationale Kriminalpolizeiliche Kommission) (variants (phrase Internationale Kriminalpolizeiliche Kommission) (phrase international criminal police commission) icpc ikpk cipc)))")]
    [InlineData("harry söderman", "(all (any (all harry söderman) (variants (phrase harry söderman) (phrase harry soederman))))")]
    [InlineData("Johann =Schober", "(all Johann =Schober)")]
    public void Words_side_by_side_are_expanded(string typed, string expected) =>
        Assert.Equal(expected, Expand(new QueryNode.All([.. typed.Split(' ').Select(Word)])).ToString());

    [Fact]
    public void What_is_verbatim_or_part_of_a_phrase_stays_as_typed()
    {
        var wien = Word("Wien");
        foreach (var node in new QueryNode[]
        {
            new QueryNode.Phrase([Word("'Johann'"), Word("'Schober'")]),
            new QueryNode.Phrase([wien, Word("congress")]),
            new QueryNode.Near(Word("'Wien'"), Word("=Wien"), 5, false),
            new QueryNode.Window([Word("'Wien'"), Word("congress")], 5),
            new QueryNode.Wildcard("Wie*"),
            new QueryNode.Field("ref", wien),
            new QueryNode.Field("person", wien),
        })
        {
            Assert.Equal(node.ToString(), Expand(node).ToString());
        }
    }

    [Fact]
    public void A_name_beside_another_word_has_its_variants()
    {
        var wien = Word("Wien");
        Assert.Equal(
            "(near/5 (variants Wien vienna вена) (any congress (variants Wien vienna вена)))",
            Expand(new QueryNode.Near(wien, new QueryNode.Any([Word("congress"), wien]), 5, false)).ToString());
        Assert.Equal("(window~5 (variants Wien vienna вена) congress)", Expand(new QueryNode.Window([wien, Word("congress")], 5)).ToString());
    }

    [Fact]
    public void Names_beside_other_words_are_bounded_and_the_rest_is_told()
    {
        var table = new NameTable(Enumerable.Range(0, 9).Select(static n =>
            new NameRecord("place", $"town{n}", [.. Enumerable.Range(0, 20).Select(i => $"other{n}x{i}")], [])));
        var window = new QueryNode.Window([.. Enumerable.Range(0, 9).Select(static n => (QueryNode)Word($"town{n}"))], 5);

        var expanded = VariantExpansion.Expand(window, table);

        var elements = Assert.IsType<QueryNode.Window>(expanded.Query).Elements;
        Assert.InRange(elements.OfType<QueryNode.Variants>().Sum(static name => name.Others.Length), 1, VariantExpansion.MostNamesBeside);
        Assert.Equal(elements.Count(static element => element is QueryNode.Word), expanded.Problems.Length);
        Assert.All(expanded.Problems, static problem => Assert.Equal("query.many_names", problem.Code));
    }

    [Fact]
    public void The_names_are_kept_as_the_records_spell_them()
    {
        var ikpk = Assert.IsType<QueryNode.Variants>(Expand(Word("ikpk")));

        Assert.Equal(
            ["International Criminal Police Commission", "ICPC", "C.I.P.C.", "Internationale Kriminalpolizeiliche Kommission"],
            ikpk.Names.AsEnumerable());
        Assert.Equal(ikpk.Others.Length, ikpk.Names.Length);
        Assert.Equal("word: wien (also Vienna, Вена)", QueryDescription.Sentence(Expand(Word("wien"))));
    }

    [Fact]
    public void A_field_has_the_names_of_its_kind()
    {
        Assert.Equal("(place: (variants Wien vienna вена))", Expand(new QueryNode.Field("place", Word("Wien"))).ToString());
        Assert.Equal("(subject: (variants founding grundung gruendung))", Expand(new QueryNode.Field("subject", Word("founding"))).ToString());
    }

    [Fact]
    public void A_speaker_is_known_by_all_names()
    {
        var said = Assert.IsType<QueryNode.Said>(Expand(new QueryNode.Said("Шобер", Word("Wien"))));

        Assert.Equal(["Johann Schober", "Johannes Schober", "Шобер"], said.OtherNames.AsEnumerable());
        Assert.Equal("(variants Wien vienna вена)", said.Words?.ToString());
    }

    [Fact]
    public void What_is_left_out_is_read_as_what_is_asked_for()
    {
        var excluded = Assert.IsType<QueryNode.Not>(Expand(new QueryNode.Not(new QueryNode.Said("Шобер", Word("Wien")))));
        Assert.Equal("(said Шобер|Johann Schober|Johannes Schober|Шобер (variants Wien vienna вена))", excluded.Child.ToString());
        Assert.Equal("(not (variants Wien vienna вена))", Expand(new QueryNode.Not(Word("Wien"))).ToString());
        Assert.Equal("(not =Wien)", Expand(new QueryNode.Not(Word("=Wien"))).ToString());
        Assert.Equal("(not 'Wien')", Expand(new QueryNode.Not(Word("'Wien'"))).ToString());
        Assert.Equal("(not (place: (variants Wien vienna вена)))", Expand(new QueryNode.Not(new QueryNode.Field("place", Word("Wien")))).ToString());
        Assert.Equal(
            "all documents without: Wien (also Vienna, Вена)", QueryDescription.Sentence(Expand(new QueryNode.Not(Word("Wien")))));
    }

    [Theory]
    [InlineData("Schober", true)]
    [InlineData("Scho*", false)]
    [InlineData("Schober~", false)]
    [InlineData("Johann Schober~2", false)]
    public void A_speaker_as_spelled_or_with_other_spellings_has_no_other_names(string speaker, bool isAsSpelled)
    {
        var said = Assert.IsType<QueryNode.Said>(Expand(new QueryNode.Said(speaker, null) { IsAsSpelled = isAsSpelled }));

        Assert.Empty(said.OtherNames);
    }

    [Fact]
    public void A_misspelling_is_not_expanded_but_its_name_is_offered()
    {
        var expanded = VariantExpansion.Expand(new QueryNode.All([Word("Johan"), Word("Schober"), Word("Schrober")]), Table);

        Assert.Equal("(all Johan (variants Schober шобер) Schrober)", expanded.Query.ToString());
        Assert.Equal(
            [new NameOffer("Johan Schober", "Johann Schober", "person"), new NameOffer("Schrober", "Johann Schober", "person")],
            expanded.Offers.AsEnumerable());
    }

    [Fact]
    public void The_place_in_the_typed_text_stays()
    {
        var typed = new QueryNode.All(
        [
            new QueryNode.Word("Johann") { Source = new TextSpan(3, 9) }, new QueryNode.Word("Schober") { Source = new TextSpan(10, 17) },
        ]);

        Assert.Equal(new TextSpan(3, 17), Assert.IsType<QueryNode.All>(Expand(typed)).Children[0].Source);
    }

    private static QueryNode Expand(QueryNode node) => VariantExpansion.Expand(node, Table).Query;

    private static QueryNode Word(string typed) => typed[0] switch
    {
        '=' => new QueryNode.Word(typed[1..], WordForm.AsSpelled),
        '\'' => new QueryNode.Word(typed.Trim('\''), WordForm.Verbatim),
        _ => new QueryNode.Word(typed),
    };
}
