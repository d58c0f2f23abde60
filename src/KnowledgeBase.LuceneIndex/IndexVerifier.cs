using System.Collections.Immutable;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex.Ranking.Latent;
using KnowledgeBase.LuceneIndex.Storage;
using KnowledgeBase.LuceneIndex.Suggestions;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace KnowledgeBase.LuceneIndex;

/// <summary>Examines an index: are its bytes what was written, does it hold together, which files does it hold?</summary>
/// <remarks>Takes no lock and changes nothing: it may run beside a writer. Safe for use by many callers at once.</remarks>
/// <param name="folder">The index folder.</param>
public sealed class IndexVerifier(IndexFolder folder)
{
    /// <summary>How often an examination starts again because a writer committed meanwhile.</summary>
    private const int Attempts = 5;

    /// <summary>Examines the live generation.</summary>
    /// <exception cref="Searching.IndexUnavailableException">The folder cannot be read.</exception>
    public IndexHealth Examine(ExaminationDepth depth)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = folder.ReadStamp();
            if (folder.ReadCurrent() is not { } generation)
            {
                return new IndexHealth();
            }

            var health = Examine(generation, depth);
            if (health.IsSound || attempt == Attempts || folder.ReadStamp() == before)
            {
                return health;
            }
        }
    }

    /// <summary>Every file of the live generation, in ordinal order of path.</summary>
    /// <exception cref="Searching.IndexUnavailableException">There is no index, or it cannot be read.</exception>
    public ImmutableArray<IndexedFile> ListFiles()
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = folder.ReadStamp() ?? throw IndexErrors.Missing(folder.Path);
            try
            {
                using var directory = DurableDirectory.At(folder.PathOf(before.Generation));
                using var reader = DirectoryReader.Open(directory);
                return IndexedFiles.Read(reader);
            }
            catch (Exception exception) when (IndexErrors.IsFromSurroundings(exception))
            {
                if (attempt == Attempts || folder.ReadStamp() == before)
                {
                    throw IndexErrors.From(folder.Path, exception);
                }
            }
        }
    }

    /// <summary>Examines one generation, live or not.</summary>
    internal IndexHealth Examine(int generation, ExaminationDepth depth)
    {
        var path = folder.PathOf(generation);
        var damage = new List<IndexDamage>();
        var health = new IndexHealth { Generation = generation };
        try
        {
            using var directory = DurableDirectory.At(path);
            var commit = new SegmentInfos();
            commit.Read(directory);
            FindMissing(directory, commit, damage);
            var bytes = depth > ExaminationDepth.Facts && damage.Count == 0 ? CompareChecksums(directory, commit, damage) : 0;
            var facts = CommitFacts.Read(commit.UserData);
            health = health with
            {
                Facts = facts,
                Documents = commit.AsList().Sum(static segment => segment.Info.DocCount - segment.DelCount),
                BytesChecked = bytes,
            };
            CheckFacts(facts, generation, damage);
            if (depth > ExaminationDepth.Facts && damage.Count == 0)
            {
                CompareDigest(directory, facts, damage);
            }

            if (depth == ExaminationDepth.Everything && damage.Count == 0)
            {
                WalkThrough(directory, damage);
            }
        }
        catch (Exception exception)
        {
            // DURABILITY: the engine reads some bytes before it has compared their checksum, and damaged bytes can make it throw
            // anything: an unknown codec, an index out of range, an array too large. All of it means: do not trust this index.
            damage.Add(new IndexDamage("", IndexErrors.OneLine(exception.Message)));
        }

        return health with
        {
            Damage = [.. damage.Select(item => item with { File = System.IO.Path.GetRelativePath(folder.Path, System.IO.Path.Combine(path, item.File)).Replace('\\', '/') })],
        };
    }

    /// <summary>The files of a commit: the library's, and those that the commit names besides.</summary>
    private static IEnumerable<string> FilesOf(Directory directory, SegmentInfos commit)
    {
        var files = commit.GetFiles(directory, includeSegmentsFile: true);
        return files.Concat(new[] { LatentFiles.Files, PhraseFiles.Files }.Select(kind => kind.NameIn(commit.UserData)).OfType<string>());
    }

    private static void FindMissing(Directory directory, SegmentInfos commit, List<IndexDamage> damage)
    {
        var there = directory.ListAll().ToHashSet(StringComparer.Ordinal);
        damage.AddRange(FilesOf(directory, commit)
            .Where(name => !there.Contains(name))
            .Order(StringComparer.Ordinal)
            .Select(static name => new IndexDamage(name, "the file is missing")));
    }

    /// <summary>Every file of a Lucene 4.8 index ends with a checksum over all its bytes.</summary>
    private static long CompareChecksums(Directory directory, SegmentInfos commit, List<IndexDamage> damage)
    {
        long bytes = 0;
        foreach (var name in FilesOf(directory, commit).Order(StringComparer.Ordinal))
        {
            try
            {
                using var input = directory.OpenInput(name, IOContext.READ_ONCE);
                CodecUtil.ChecksumEntireFile(input);
                bytes += input.Length;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                damage.Add(new IndexDamage(name, $"its bytes are not what was written ({IndexErrors.OneLine(exception.Message)})"));
            }
        }

        return bytes;
    }

    private static void CheckFacts(IndexedFacts? facts, int generation, List<IndexDamage> damage)
    {
        if (facts is null)
        {
            damage.Add(new IndexDamage("", "its commit says nothing about schema and corpus: another program made it"));
        }
        else if (facts.Generation != generation)
        {
            damage.Add(new IndexDamage("", FormattableString.Invariant(
                $"its commit is of generation {facts.Generation}, but it stands in the folder of generation {generation}")));
        }
    }

    private static void WalkThrough(Directory directory, List<IndexDamage> damage)
    {
        using var log = new StringWriter();
        var status = new CheckIndex(directory) { InfoStream = log }.DoCheckIndex();
        if (!status.Clean)
        {
            var bad = log.ToString().Split('\n').FirstOrDefault(static line => line.Contains("ERROR", StringComparison.Ordinal));
            damage.Add(new IndexDamage("", FormattableString.Invariant(
                $"{status.NumBadSegments} of {status.NumSegments} segments do not hold together: {bad?.Trim() ?? "no details"}")));
        }
    }

    private static void CompareDigest(Directory directory, IndexedFacts? facts, List<IndexDamage> damage)
    {
        using var reader = DirectoryReader.Open(directory);
        if (IndexedFile.DigestOf(IndexedFiles.Read(reader)) != facts?.CorpusDigest)
        {
            damage.Add(new IndexDamage("", "the files it holds are not those its commit names"));
        }
    }
}
