using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Phrases;

/// <summary>Finds which of some phrases stand in a document, as a search for them in quotation marks does: in its text, title, summary and names.</summary>
public sealed class PhraseCounter
{
    private const int Root = 0;
    private const int None = -1;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    /// <summary>A tree of the phrases, word by word.</summary>
    private readonly Dictionary<(int Node, int Word), int> _next = [];

    /// <summary>For each node the phrase that ends there; <see cref="None"/> for none.</summary>
    private readonly List<int> _phraseAt = [None];

    /// <param name="phrases">No two of the same words.</param>
    public PhraseCounter(IEnumerable<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        foreach (var (number, phrase) in phrases.Index())
        {
            var node = Root;
            foreach (var word in WordCutter.Cut(phrase))
            {
                _words.TryAdd(word.Exact, _words.Count);
                if (!_next.TryGetValue((node, _words[word.Exact]), out var next))
                {
                    next = _phraseAt.Count;
                    _next.Add((node, _words[word.Exact]), next);
                    _phraseAt.Add(None);
                }

                node = next;
            }

            _phraseAt[node] = number;
        }
    }

    /// <summary>The numbers of the phrases in a document, each once.</summary>
    public IReadOnlySet<int> FindIn(CorpusDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = new HashSet<int>();
        foreach (var stretch in Stretches(document))
        {
            var words = WordCutter.Cut(stretch)
                .Select(word => (word.Position, Number: _words.GetValueOrDefault(word.Exact, None))).ToArray();
            for (var i = 0; i < words.Length; i++)
            {
                Follow(words, i, Root, found);
            }
        }

        return found;
    }

    /// <summary>What a phrase can stand in: the fields of <see cref="Querying.QueryFields.Default"/>, value by value.</summary>
    private static IEnumerable<string> Stretches(CorpusDocument document)
    {
        var metadata = document.Metadata;
        string?[] about = [metadata.Title, metadata.Summary, .. metadata.People, .. metadata.Organisations, .. metadata.Places, .. metadata.Subjects];
        return document.Paragraphs.Select(paragraph => paragraph.Span.In(document.Text)).Concat(about.OfType<string>());
    }

    private void Follow((int Position, int Number)[] words, int at, int node, HashSet<int> found)
    {
        if (words[at].Number == None || !_next.TryGetValue((node, words[at].Number), out var next))
        {
            return;
        }

        if (_phraseAt[next] != None)
        {
            found.Add(_phraseAt[next]);
        }

        // A word broken at a line's end stands there whole and in its parts, at one position.
        for (var i = at + 1; i < words.Length && words[i].Position <= words[at].Position + 1; i++)
        {
            if (words[i].Position == words[at].Position + 1)
            {
                Follow(words, i, next, found);
            }
        }
    }
}
