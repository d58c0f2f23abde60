using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tests.Analysis;

public sealed class SentenceCutterTests
{
    [Theory]
    [InlineData("en", "Dr. Schober spoke.|He left.")]
    [InlineData("en", "It cost 3.5 million.|Mr. J. Edgar Hoover stayed away.")]
    [InlineData("en", "They met in 1923.|The congress ended.")]
    [InlineData("en", "See p. 12 and No. 5.|No.|The answer was no.|The vote failed.")]
    [InlineData("en", "“Only a good man!” he said.|“Who?”|Nobody answered.")]
    [InlineData("en", "The I.C.P.C. met.|He led the I.C.P.C.|The seat was Vienna.")]
    [InlineData("en", "It was World War I.|The police waited.")]
    [InlineData("en", "1. The first resolution.|2. The second.")]
    [InlineData("en", "He asked… and got nothing.|Then he went!|(So they say.)|End")]
    [InlineData("de", "Am 3. September 1923 begann es.|Der Kongreß endete am 7. September.")]
    [InlineData("de", "Vgl. S. 1 und Nr. 7 des Berichts.|Dr. Dreßler schrieb z. B. Briefe.")]
    [InlineData("de", "Es war das XIX. Jahrhundert.|Kaiser Wilhelm II. war dagegen.|Im Jahr 1938. Das Ende kam.", "Es war das XIX. Jahrhundert.|Kaiser Wilhelm II. war dagegen.|Im Jahr 1938.|Das Ende kam.")]
    [InlineData("de", "„Nur ein guter Mensch kann ein guter Polizist sein.“|Das sagte er.")]
    [InlineData("fr", "M. Voinescu parla.|Le prince Albert Ier répondit « Non. »|Puis il partit.")]
    [InlineData("de", "Er schwieg.|»Ja«, sagte sie.|Dann ging er.")]
    [InlineData("es", "El Sr. García habló.|¿Quién?|¡Nadie!")]
    [InlineData("pl", "Kongres odbył się 3. Października.|W 1923 r.|Powstała komisja.")]
    [InlineData("pl", "Zob. s. 5 i prof. Kowalski.", "Zob. s. 5 i prof. Kowalski.")]
    [InlineData("ar", "انعقد المؤتمر في موناكو. حضره كثيرون؟ نعم.", "انعقد المؤتمر في موناكو.|حضره كثيرون؟|نعم.")]
    [InlineData("ja", "会議は開かれた。警察が来た。", "会議は開かれた。|警察が来た。")]
    [InlineData("xx", "Ĝi estis.|Poste ĝi finiĝis")]
    [InlineData("en", "")]
    [InlineData("en", "...|")]
    public void A_paragraph_has_these_sentences(string language, string sentences, string? expected = null)
    {
        var text = expected is null ? sentences.Replace("。|", "。", StringComparison.Ordinal).Replace('|', ' ').TrimEnd() : sentences.Replace('|', ' ');
        var cut = SentenceCutter.Cut(text, new TextSpan(0, text.Length), language).Select(span => span.In(text));

        Assert.Equal((expected ?? sentences).Split('|', StringSplitOptions.RemoveEmptyEntries), cut);
    }

    [Fact]
    public void Nothing_but_white_space_is_lost_and_the_part_is_kept_to()
    {
        const string Text = "Before. One sentence.  Two\nsentences! Behind.";
        var within = new TextSpan(8, 37);
        var spans = SentenceCutter.Cut(Text, within, "en").ToArray();

        Assert.Equal(["One sentence.", "Two\nsentences!"], spans.Select(static span => span.In(Text)));
        Assert.All(spans, span => Assert.True(within.Contains(span)));
    }
}
