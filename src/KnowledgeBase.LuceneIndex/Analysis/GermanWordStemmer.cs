using Lucene.Net.Analysis;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.LuceneIndex.Analysis;

/// <summary>The German stemmer of the library, one word at a time: it is only offered as a filter over a stream.</summary>
internal static class GermanWordStemmer
{
    public static Func<string, string> Create()
    {
        var source = new OneWord();
        var filter = new GermanStemFilter(source);
        return word =>
        {
            source.Next = word;
            return filter.IncrementToken() ? filter.GetAttribute<ICharTermAttribute>().ToString()! : word;
        };
    }

    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute _term;

        public OneWord() => _term = AddAttribute<ICharTermAttribute>();

        public string? Next { get; set; }

        public override bool IncrementToken()
        {
            if (Next is null)
            {
                return false;
            }

            ClearAttributes();
            _term.SetEmpty().Append(Next);
            Next = null;
            return true;
        }
    }
}
