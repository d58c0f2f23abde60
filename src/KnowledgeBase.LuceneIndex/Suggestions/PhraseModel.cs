using KnowledgeBase.Searching.Phrases;
using Lucene.Net.Codecs;
using Lucene.Net.Store;

namespace KnowledgeBase.LuceneIndex.Suggestions;

/// <summary>The frequent phrases of a commit.</summary>
/// <param name="Documents">How many documents the archive had when they were chosen.</param>
/// <param name="Phrases">With the documents that have them in this commit; none has the same words as another.</param>
internal sealed record PhraseModel(int Documents, IReadOnlyList<FrequentPhrase> Phrases)
{
    private const string Codec = "KnowledgeBasePhrases";
    private const int Version = 1;

    /// <summary>Writes the phrases with a checksum at the end, as every file of the index has one.</summary>
    public void Write(Lucene.Net.Store.Directory directory, string name)
    {
        using var output = directory.CreateOutput(name, IOContext.DEFAULT);
        CodecUtil.WriteHeader(output, Codec, Version);
        output.WriteVInt32(Documents);
        output.WriteVInt32(Phrases.Count);
        foreach (var phrase in Phrases)
        {
            output.WriteString(phrase.Text);
            output.WriteVInt32(phrase.Documents);
        }

        CodecUtil.WriteFooter(output);
    }

    /// <exception cref="IOException">The file is not there, or its bytes are not what was written.</exception>
    public static PhraseModel Read(Lucene.Net.Store.Directory directory, string name)
    {
        using var input = directory.OpenChecksumInput(name, IOContext.READ_ONCE);
        CodecUtil.CheckHeader(input, Codec, Version, Version);
        var documents = input.ReadVInt32();
        var phrases = new FrequentPhrase[input.ReadVInt32()];
        for (var i = 0; i < phrases.Length; i++)
        {
            phrases[i] = new FrequentPhrase(input.ReadString(), input.ReadVInt32());
        }

        CodecUtil.CheckFooter(input);
        return new PhraseModel(documents, phrases);
    }
}
