using Lucene.Net.Codecs;
using Lucene.Net.Store;

namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>What training found: a vector and a weight for each word.</summary>
/// <param name="Documents">How many documents the archive had when it was trained.</param>
/// <param name="Words">As indexed (<c>chain:stem</c>), in order.</param>
/// <param name="Rarity">For each word the logarithm of how rare it is.</param>
/// <param name="Vectors">For each word its vector.</param>
internal sealed record LatentModel(int Documents, string[] Words, float[] Rarity, DenseRows Vectors)
{
    private const string Codec = "KnowledgeBaseLatent";
    private const int Version = 1;

    /// <summary>What one word that stands <paramref name="count"/> times in a text weighs there.</summary>
    public static float Weight(int count, double rarity) => (float)((1 + ExactMath.Log(count)) * rarity);

    /// <summary>Writes the model with a checksum at its end, as every file of the index has one.</summary>
    public void Write(Lucene.Net.Store.Directory directory, string name)
    {
        using var output = directory.CreateOutput(name, IOContext.DEFAULT);
        CodecUtil.WriteHeader(output, Codec, Version);
        output.WriteVInt32(Documents);
        output.WriteVInt32(Words.Length);
        output.WriteVInt32(Vectors.Columns);
        for (var word = 0; word < Words.Length; word++)
        {
            output.WriteString(Words[word]);
            output.WriteInt32(BitConverter.SingleToInt32Bits(Rarity[word]));
            foreach (var value in Vectors[word])
            {
                output.WriteInt32(BitConverter.SingleToInt32Bits(value));
            }
        }

        CodecUtil.WriteFooter(output);
    }

    /// <exception cref="IOException">The file is not there, or its bytes are not what was written.</exception>
    public static LatentModel Read(Lucene.Net.Store.Directory directory, string name)
    {
        using var input = directory.OpenChecksumInput(name, IOContext.READ_ONCE);
        CodecUtil.CheckHeader(input, Codec, Version, Version);
        var documents = input.ReadVInt32();
        var words = new string[input.ReadVInt32()];
        var rarity = new float[words.Length];
        var vectors = new DenseRows(words.Length, input.ReadVInt32());
        for (var word = 0; word < words.Length; word++)
        {
            words[word] = input.ReadString();
            rarity[word] = BitConverter.Int32BitsToSingle(input.ReadInt32());
            var vector = vectors[word];
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] = BitConverter.Int32BitsToSingle(input.ReadInt32());
            }
        }

        CodecUtil.CheckFooter(input);
        return new LatentModel(documents, words, rarity, vectors);
    }

    /// <summary>Whether another reading of a file gave the same model.</summary>
    public bool IsSameAs(LatentModel other) =>
        Documents == other.Documents
        && Words.AsSpan().SequenceEqual(other.Words)
        && Vectors.Columns == other.Vectors.Columns
        && Vectors.All.SequenceEqual(other.Vectors.All);

    /// <summary>How many documents it was trained on, without reading the rest.</summary>
    public static int ReadDocuments(Lucene.Net.Store.Directory directory, string name)
    {
        using var input = directory.OpenInput(name, IOContext.READ_ONCE);
        CodecUtil.CheckHeader(input, Codec, Version, Version);
        return input.ReadVInt32();
    }
}
