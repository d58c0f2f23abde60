using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Analysis;

namespace KnowledgeBase.LuceneIndex.Analysis;

/// <summary>The words of <see cref="WordCutter"/> with the stems of Lucene's analysis library.</summary>
public sealed class LuceneTextAnalyzer : ITextAnalyzer
{
    /// <summary>Stems kept in memory; past it a new word is stemmed again each time. Bounds the memory of noisy corpora.</summary>
    private const int MaximumCachedWords = 1_000_000;

    private readonly FrozenDictionary<string, LanguageWords> _chains = LanguageChain.All.ToFrozenDictionary(
        static chain => chain.Language, static chain => new LanguageWords(chain), StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Version => "3";

    /// <inheritdoc/>
    public ImmutableArray<string> Languages { get; } =
        [.. LanguageChain.All.Select(static chain => chain.Language).Where(static l => l != LanguageChain.Fallback)];

    /// <inheritdoc/>
    public IReadOnlyList<TextToken> Analyze(string text, string language)
    {
        var words = WordCutter.Cut(text);
        var chain = Words(language);
        var tokens = new TextToken[words.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = words[i];
            var (stem, other) = chain.Stems(word.Raw, word.Exact);
            tokens[i] = new TextToken(word.Position, word.Span, word.Raw, word.Exact, stem, other);
        }

        return tokens;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Stems(string word, string language)
    {
        var (stem, other) = Words(language).Stems(TextFolding.Compose(word), TextFolding.Fold(word));
        return other is null ? [stem] : [stem, other];
    }

    /// <inheritdoc/>
    public bool IsStopWord(string exact, string language) => Words(language).Chain.StopWords.Contains(exact);

    /// <inheritdoc/>
    public string ChainFor(string language) => Words(language).Chain.Language;

    private LanguageWords Words(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        var primary = (dash < 0 ? language : language[..dash]).ToLowerInvariant();
        return _chains.GetValueOrDefault(primary == "nb" || primary == "nn" ? "no" : primary) ?? _chains[LanguageChain.Fallback];
    }

    private sealed class LanguageWords(LanguageChain chain)
    {
        /// <summary>Stemmers keep state while they work: each is lent to one caller at a time.</summary>
        private readonly ConcurrentBag<Func<string, string>> _stemmers = [];
        private readonly ConcurrentDictionary<string, (string Stem, string? Other)> _cache = new(StringComparer.Ordinal);
        private int _cached;

        public LanguageChain Chain => chain;

        public (string Stem, string? Other) Stems(string raw, string exact)
        {
            if (_cache.TryGetValue(raw, out var known))
            {
                return known;
            }

            var lower = chain.Lower(raw);
            var stem = Stem(lower);
            // The folded word is stemmed as well, so that a reader who types no accents finds the same words.
            var other = string.Equals(lower, exact, StringComparison.Ordinal) ? stem : Stem(exact);
            var stems = (stem, string.Equals(stem, other, StringComparison.Ordinal) ? null : other);
            if (_cached < MaximumCachedWords && _cache.TryAdd(raw, stems))
            {
                Interlocked.Increment(ref _cached);
            }

            return stems;
        }

        private string Stem(string word)
        {
            var stemmer = _stemmers.TryTake(out var idle) ? idle : chain.CreateStemmer();
            var stem = TextFolding.Fold(stemmer(word));
            _stemmers.Add(stemmer);
            return stem.Length == 0 ? TextFolding.Fold(word) : stem;
        }
    }
}
