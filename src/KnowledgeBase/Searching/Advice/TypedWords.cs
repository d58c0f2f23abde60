using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Querying.Reading;

namespace KnowledgeBase.Searching.Advice;

/// <summary>Where a typed word stands in the tree, which decides how two words in its place are written.</summary>
internal enum WordSetting
{
    /// <summary>Among words side by side, or inside a phrase: two words can simply stand there.</summary>
    Listed,

    /// <summary>Behind a field, beside NEAR, or as one of several alternatives: two words must be held together.</summary>
    Alone,
}

/// <summary>A word of the query that may be a slip of the pen.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Place">Where in the typed text.</param>
/// <param name="Condition">What finds the documents that have it, under any of its names.</param>
/// <param name="Fields">Where it is looked for.</param>
/// <param name="Parent">The node whose part it is; words with the same parent stand together.</param>
internal sealed record TypedWord(string Text, TextSpan Place, QueryNode Condition, ImmutableArray<string> Fields, QueryNode? Parent)
{
    public WordSetting Setting { get; init; }

    /// <summary>Whether documents need not have it, because another alternative will do.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether documents must not have it.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Whether it stands before a colon as a field that does not exist.</summary>
    public bool IsFieldName { get; init; }
}

/// <summary>Finds the words of a query with their places in the typed text.</summary>
/// <remarks>
/// What was typed with <c>=</c> is meant as it stands; wildcards and <c>~</c> ask for other spellings themselves. These have no other
/// spellings.
/// </remarks>
internal sealed class TypedWords
{
    /// <summary>Longer texts are no slip of the pen but another question.</summary>
    private const int MostWords = 64;

    private static readonly ImmutableArray<string> InSpeakers = ["person", "organisation"];
    private static readonly ImmutableArray<string> InText = ["text"];

    private readonly string _typed;
    private readonly ImmutableArray<TextSpan> _unknownFields;
    private readonly List<TypedWord> _words = [];
    private readonly HashSet<int> _taken = [];

    private TypedWords(QueryParseResult reading)
    {
        _typed = reading.Typed;
        _unknownFields = UnknownFields(reading);
    }

    /// <summary>Where the tree is, on the way down.</summary>
    private readonly record struct Surroundings(ImmutableArray<string> Fields, QueryNode? Parent, WordSetting Setting, bool IsOptional, bool IsLeftOut = false);

    /// <summary>The words in the order typed; empty when there are too many of them.</summary>
    public static ImmutableArray<TypedWord> Of(QueryParseResult reading)
    {
        var words = new TypedWords(reading);
        words.Collect(reading.Query, new Surroundings(QueryFields.Default, null, WordSetting.Listed, IsOptional: false));
        return words._words.Count > MostWords ? [] : [.. words._words.OrderBy(static word => word.Place.Start)];
    }

    /// <summary>Where fields stand that do not exist, with their colons.</summary>
    public static ImmutableArray<TextSpan> UnknownFields(QueryParseResult reading) =>
        [.. reading.Problems.Where(static problem => problem.Code == QueryProblems.UnknownFieldCode).Select(static problem => problem.Span)];

    /// <summary>The typed words of a name of several words, which is searched as all of its words or under another name; null for other choices.</summary>
    public static QueryNode.All? WholeName(QueryNode.Any any) =>
        any.Children is [QueryNode.All typed, QueryNode.Variants { Typed: QueryNode.Phrase name }] && name.Source == typed.Source ? typed : null;

    private void Collect(QueryNode node, Surroundings around)
    {
        switch (node)
        {
            case QueryNode.Word word:
                Add(word, word, around);
                break;
            case QueryNode.Variants { Typed: QueryNode.Word word }:
                Add(word, node, around);
                break;
            case QueryNode.Any any when WholeName(any) is { } name:
                CollectAll(name, name.Children, around with { IsOptional = true });
                break;
            case QueryNode.Phrase phrase:
                CollectAll(phrase, phrase.Elements, around);
                break;
            case QueryNode.Window window:
                CollectAll(window, window.Elements, around);
                break;
            case QueryNode.All all:
                CollectAll(all, all.Children, around);
                break;
            case QueryNode.Near near:
                var side = around with { Parent = near, Setting = WordSetting.Alone };
                Collect(near.Left, side);
                Collect(near.Right, side);
                break;
            case QueryNode.Any any:
                any.Children.ToList().ForEach(child =>
                    Collect(child, around with { Parent = any, Setting = WordSetting.Alone, IsOptional = true }));
                break;
            case QueryNode.Not not:
                Collect(not.Child, around with { Parent = not, Setting = WordSetting.Alone, IsLeftOut = !around.IsLeftOut });
                break;
            case QueryNode.Field field:
                Collect(field.Child, around with { Fields = [field.Name], Parent = field, Setting = WordSetting.Alone });
                break;
            case QueryNode.Said said:
                AddSpeaker(said, around);
                if (said.Words is { } words)
                {
                    Collect(words, around with { Fields = InText, Parent = said, Setting = WordSetting.Listed });
                }

                break;
        }
    }

    private void CollectAll(QueryNode parent, ImmutableArray<QueryNode> children, Surroundings around)
    {
        foreach (var child in children)
        {
            Collect(child, around with { Parent = parent, Setting = WordSetting.Listed });
        }
    }

    private void Add(QueryNode.Word word, QueryNode condition, Surroundings around)
    {
        if (word.Form is WordForm.AsSpelled || Locate(word.Text, word.Source) is not { } place)
        {
            return;
        }

        _words.Add(new TypedWord(
            word.Text, place, around.Fields == QueryFields.Default ? condition : new QueryNode.Field(around.Fields[0], condition), around.Fields, around.Parent)
        {
            Setting = IsInQuotes(place) ? WordSetting.Listed : around.Setting,
            IsOptional = around.IsOptional,
            IsLeftOut = around.IsLeftOut,
            IsFieldName = _unknownFields.Any(field => field.Contains(place)),
        });
    }

    private bool IsInQuotes(TextSpan place) => place.Start > 0 && Quotes.IsQuote(_typed[place.Start - 1]);

    /// <summary>The words of a speaker that nobody is: what else they may be is looked for in the names of people and organisations.</summary>
    private void AddSpeaker(QueryNode.Said said, Surroundings around)
    {
        if (said.IsAsSpelled || SpeakerName.HasPatterns(said.Speaker))
        {
            return;
        }

        var slice = said.Source.In(_typed);
        var sign = slice.IndexOf("said:", StringComparison.OrdinalIgnoreCase);
        var speaker = sign < 0 ? [] : WordCutter.OneForEachPlace(said.Speaker);
        foreach (var word in speaker)
        {
            if (Locate(word, new TextSpan(said.Source.Start + sign + "said:".Length, said.Source.End)) is { } place)
            {
                _words.Add(new TypedWord(word, place, said with { Words = null }, InSpeakers, said)
                {
                    Setting = speaker.Count > 1 || IsInQuotes(place) ? WordSetting.Listed : WordSetting.Alone,
                    IsOptional = around.IsOptional,
                    IsLeftOut = around.IsLeftOut,
                });
            }
        }
    }

    /// <summary>The first place of a word in a stretch of the typed text that no other word has; null when it was typed otherwise.</summary>
    private TextSpan? Locate(string word, TextSpan source)
    {
        var stretch = new TextSpan(Math.Min(source.Start, _typed.Length), Math.Min(source.End, _typed.Length));
        foreach (var cut in WordCutter.Cut(stretch.In(_typed)))
        {
            var place = cut.Span.Shift(stretch.Start);
            if (cut.Raw == word && _taken.Add(place.Start))
            {
                return place;
            }
        }

        return null;
    }
}
