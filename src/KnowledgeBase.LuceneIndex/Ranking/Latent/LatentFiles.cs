using KnowledgeBase.LuceneIndex.Storage;
using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>Which model belongs to a commit; a commit of an archive too small for one has none.</summary>
internal static class LatentFiles
{
    /// <summary>A model is trained again once this share of documents has come or gone since.</summary>
    private const double Drift = 0.1;

    /// <summary>The files of the models.</summary>
    public static CommitFiles Files { get; } = new("latent", "latent-");

    /// <summary>The file that the next commit names: the last one where it still fits, a new one, durably written, where it does not.</summary>
    /// <param name="directory">The files of the generation.</param>
    /// <param name="reader">The documents as they will be after the commit.</param>
    /// <param name="last">The file of the last commit; null for none.</param>
    public static string? Prepare(Lucene.Net.Store.Directory directory, DirectoryReader reader, string? last)
    {
        if (reader.NumDocs < LatentModelBuilder.FewestDocuments)
        {
            return null;
        }

        return last is not null && Math.Abs(LatentModel.ReadDocuments(directory, last) - reader.NumDocs) <= Drift * reader.NumDocs
            ? last
            : Files.Write(directory, LatentModelBuilder.Build(reader, CancellationToken.None).Write);
    }
}
