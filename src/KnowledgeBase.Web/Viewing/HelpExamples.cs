using System.Collections.Immutable;

namespace KnowledgeBase.Web.Viewing;

/// <summary>A search to try.</summary>
/// <param name="Query">What is typed.</param>
/// <param name="Finds">What it finds.</param>
internal sealed record HelpExample(string Query, string Finds);

/// <summary>Examples that belong together.</summary>
internal sealed record HelpTopic(string Heading, string Text, ImmutableArray<HelpExample> Examples);

/// <summary>The search help: examples from the archive's own subjects, each a link that runs it.</summary>
internal static class HelpExamples
{
    /// <summary>The topics, from what most readers need to what few do.</summary>
    public static ImmutableArray<HelpTopic> Topics { get; } =
    [
        new("Words", "All the words are looked for, in any form. Capitals and accents do not matter.",
        [
            new("police congress", "documents with both words, in any form (police, congresses)"),
            new("police OR gendarmerie", "documents with either word; OR in capitals"),
            new("police -military", "documents with the first word and without the second; NOT does the same"),
            new("(police OR gendarmerie) congress", "brackets group"),
        ]),
        new("Exact words", "Quotation marks of any kind look for exactly these words, in this order.",
        [
            new("\"criminal police\"", "these two words side by side, no other forms; capitals and accents do not matter"),
            new("=Schober", "as spelled: capitals and accents matter"),
            new("\"criminal police\"~", "the words side by side, in any form"),
        ]),
        new("Words near each other", "The number says how many words may stand between.",
        [
            new("\"police congress\"~5", "both words with at most five others between, in any order"),
            new("police NEAR/5 congress", "the same; each side may be a phrase"),
            new("police BEFORE/5 congress", "the same, in this order"),
        ]),
        new("Parts of words and other spellings", "A star stands for any letters, a question mark for one.",
        [
            new("polic*", "police, policing, policy …"),
            new("Schober~", "spellings one letter away"),
            new("\"international polic* (congress OR conference)\"", "stars and choices inside a phrase"),
        ]),
        new("Fields", "A word and a colon look into one part of the description.",
        [
            new("title:congress", "in the title"),
            new("person:Schober", "among the people of the description"),
            new("place:Vienna subject:congresses", "by place and subject"),
            new("lang:de", "texts in German"),
            new("ref:IPA-1923-0200", "one document, by its reference code"),
        ]),
        new("Dates", "A date finds every document whose date overlaps it, including \"about\" and \"between\".",
        [
            new("date:1923", "documents that touch the year 1923"),
            new("date:1923-09", "a month"),
            new("date:1914..1923", "from a year to a year, both included"),
            new("date:within:1914..1923", "wholly inside the range"),
            new("before:1914", "documents that end before 1914 begins"),
            new("date:none", "undated documents"),
        ]),
    ];
}
