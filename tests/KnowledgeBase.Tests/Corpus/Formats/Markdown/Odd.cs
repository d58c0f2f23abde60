using CsCheck;

namespace KnowledgeBase.Tests.Corpus.Formats.Markdown;

/// <summary>Odd documents: umlauts, combining accents, emoji, right-to-left text, entities, nested emphasis.</summary>
internal static class Odd
{
    private static readonly string[] Words =
    [
        "police", "Kriminalpolizei", "Königreich", "ko\u0308nig", "congrès", "e\u0301te\u0301", "مؤتمر", "الشرطة", "ועידה", "👮", "👩‍✈️",
        "𝔘nion", "ﬁle", "1923", "U.S.", "a\u00A0b", "&amp;", "&auml;", "&#x202E;", "\\*", "\\[", "<b>", "</p>", "'", "\"", "S042", "{#x}",
        "\u200B", "soft\u00ADhyphen", "x<y", "a_b_c", "1*2*3",
    ];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(static i => Words[i]);

    private static readonly Gen<string> Phrase = Gen.OneOf(
        Word,
        Word.Select(static w => $"*{w} {w}*"),
        Gen.Select(Word, Word).Select(static (a, b) => $"**{a} *{b}* {a}**"),
        Gen.Select(Word, Word).Select(static (a, b) => $"[{a} *{b}*](https://example.org/?a=1&b=2)"),
        Gen.Select(Word, Word).Select(static (a, b) => $"[{a}](IPA-1914-0001#{"x"}) {b}"),
        Word.Select(static w => $"`{w}  {w}`"),
        Gen.Const("[S042]"), Gen.Const("[S001, S042]"), Gen.Const("  \n"), Gen.Const("\\\n"), Gen.Const("\n"),
        Gen.Const("<https://example.org>"), Gen.Const("![picture *of*](x.png)"));

    public static readonly Gen<string> Sentence = Phrase.Array[1, 12].Select(static words => string.Join(' ', words));

    public static readonly Gen<string[]> Sentences = Word.Array[2, 8].Select(static words => string.Join(' ', words)).Array[1, 12];

    private static readonly Gen<string> Block = Gen.OneOf(
        Sentence,
        Sentence,
        Sentence.Select(static s => "## " + s.Replace('\n', ' ')),
        Sentence.Select(static s => "> " + s.Replace("\n", "\n> ", StringComparison.Ordinal)),
        Gen.Select(Sentence, Sentence).Select(static (a, b) => $"- {a.Replace('\n', ' ')}\n  - {b.Replace('\n', ' ')}\n- {a.Replace('\n', ' ')} {{#n}}"),
        Gen.Select(Sentence, Sentence).Select(static (a, b) => $"3. {a.Replace('\n', ' ')}\n4. {b.Replace('\n', ' ')}"),
        Gen.Select(Word, Sentence, Word).Select(static (a, b, c) => $"| {a} | {c} |\n|:--|--:|\n| {b.Replace('\n', ' ')} | {c} |\n| {a} |"),
        Sentence.Select(static s => $"```\n{s}\n\n  {s}\n```"),
        Gen.Const("---"), Gen.Const("    indented <code>"), Gen.Const("<div onclick=x>\nraw\n</div>"));

    public static readonly Gen<string> Markdown = Gen.OneOf(
        Block.Array[1, 8].Select(static blocks => string.Join("\n\n", blocks)),
        Gen.String[Gen.Char["ab *_`[]()<>!#|-{}\\&;\nS1>~äé\u0308\u202E"], 0, 80]);
}
