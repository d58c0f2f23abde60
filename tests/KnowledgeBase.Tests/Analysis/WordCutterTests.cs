using CsCheck;
using KnowledgeBase.Analysis;

namespace KnowledgeBase.Tests.Analysis;

public sealed class WordCutterTests
{
    [Theory]
    [InlineData("Police of the World", "police|of|the|world")]
    [InlineData("l’univers est un", "l|univers|est|un")]
    [InlineData("anti-anarchist I-24/7", "anti|anarchist|i|24|7")]
    [InlineData("the C.I.P.C. met", "the|cipc|met")]
    [InlineData("the C.I.P.C met", "the|cipc|met")]
    [InlineData("Dr. Schober, S. 1.", "dr|schober|s|1")]
    [InlineData("1,000 men and 3.5 per cent.", "1,000|men|and|3.5|per|cent")]
    [InlineData("Söderman Dreßler Popović", "soderman|dressler|popovic")]
    [InlineData("so\u0308derman", "soderman")]
    [InlineData("oﬃce ＰＯＬＩＣＥ", "office|police")]
    [InlineData("Шобер и Бёлль", "шобер|и|белль")]
    [InlineData("الإنتربول الشُرطة", "الانتربول|الشرطه")]
    [InlineData("犯罪 police", "犯|罪|police")]
    [InlineData("𝒱ienna 👮 chief", "vienna|chief")]
    [InlineData("co\u00ADoperation ze\u200Bro", "cooperation|zero")]
    [InlineData("a\0b \uD800 c", "ab|c")]
    [InlineData("", "")]
    public void A_text_is_cut_into(string text, string words) =>
        Assert.Equal(words, string.Join('|', WordCutter.Cut(text).Select(static word => word.Exact)));

    [Fact]
    public void A_word_broken_at_the_end_of_a_line_is_there_whole_and_in_parts()
    {
        var words = WordCutter.Cut("the inter-\nnational police");

        Assert.Equal(
            ["0 the", "1 inter", "1 national", "1 international", "2 police"],
            words.Select(static word => $"{word.Position} {word.Exact}"));
    }

    [Fact]
    public void A_hyphen_before_a_capital_at_the_end_of_a_line_breaks_no_word() =>
        Assert.Equal(["Austria", "Hungary"], WordCutter.Cut("Austria-\nHungary").Select(static word => word.Raw));

    [Fact]
    public void Spelling_keeps_case_and_accents() =>
        Assert.Equal(["DENK", "Népote"], WordCutter.Cut("DENK Ne\u0301pote").Select(static word => word.Raw));

    [Fact]
    public void Every_word_lies_in_the_text_in_order_and_is_not_empty() =>
        Gen.String.Sample(static text =>
        {
            var at = 0;
            foreach (var span in WordSegmenter.Words(text))
            {
                Assert.InRange(span.Start, at, text.Length);
                Assert.InRange(span.End, span.Start + 1, text.Length);
                at = span.End;
            }

            Assert.All(WordCutter.Cut(text), static word => Assert.NotEmpty(word.Exact));
        });

    [Fact]
    public void Folding_twice_changes_nothing_more() =>
        Gen.String.Sample(static text => Assert.Equal(TextFolding.Fold(text), TextFolding.Fold(TextFolding.Fold(text))));
}
