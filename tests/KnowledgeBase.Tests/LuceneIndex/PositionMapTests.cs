using CsCheck;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;

namespace KnowledgeBase.Tests.LuceneIndex;

public sealed class PositionMapTests
{
    [Fact]
    public void Every_word_is_found_again_where_it_stood() =>
        Gen.String.Array[0, 5].Sample(static values =>
        {
            var text = string.Join("\n\n", values);
            var segments = new List<TextSpan>();
            var at = 0;
            foreach (var value in values)
            {
                segments.Add(new TextSpan(at, at + value.Length));
                at += value.Length + 2;
            }

            var tokens = FieldAnalysis.OfSegments(text, segments, "en", new LuceneTextAnalyzer());
            var map = PositionMap.Read(PositionMap.Write(tokens));
            Assert.All(tokens, token => Assert.True(map[token.Position].Contains(token.Span)));
        });

    [Fact]
    public void A_span_of_words_runs_from_the_first_to_the_last()
    {
        const string Text = "the International Police Commission met";
        var tokens = new LuceneTextAnalyzer().Analyze(Text, "en");
        var map = PositionMap.Read(PositionMap.Write(tokens));

        Assert.Equal("International Police Commission", map.Span(1, 4).In(Text));
    }
}
