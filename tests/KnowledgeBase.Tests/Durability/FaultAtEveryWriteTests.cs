using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex.Storage;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Durability;

public sealed class FaultAtEveryWriteTests
{
    private static readonly string[] Before = ["A-1", "A-2", "A-3"];
    private static readonly string[] After = ["A-1", "A-3", "A-4", "A-5"];

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_failing_disk_leaves_the_index_before_or_after_the_change(bool rebuild, bool forGood)
    {
        using var start = new IndexWorkshop();
        start.Build(Before.Select(static id => Some.Document(id)));
        var passed = false;
        var failures = 0;
        var completed = 0;
        for (var at = 1; !passed; at++)
        {
            using var workshop = start.Copy();

            var failed = TryChange(workshop, new FaultPlan { FailAt = at, ForGood = forGood }, rebuild, out var asked);

            failures += failed is null ? 0 : 1;
            completed += failed is not null && workshop.Ids.SequenceEqual(After) ? 1 : 0;
            passed = asked < at;
            Assert.Contains(workshop.Ids, failed is null ? [After] : forGood ? new[] { Before, After } : [Before]);
            Assert.True(workshop.Verifier.Examine(at % 10 == 0 ? ExaminationDepth.Everything : ExaminationDepth.Checksums).IsSound, $"after operation {at}");
            Assert.True(failed is null or { Code: "index.io" or "index.corrupt" }, failed?.ToString());
            if (at % 5 == 0)
            {
                ChangesAgain(workshop, rebuild);
            }
        }

        Assert.True(failures > 20, $"only {failures} operations could fail");
        // A disk that dies for good in the last step of a commit leaves it undecided, as with every database: whole or absent.
        Assert.InRange(completed, 0, 5);
    }

    [Fact]
    public void A_full_disk_is_named_with_path_reason_and_remedy()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Some.Document("A-1"));

        var failed = TryChange(workshop, new FaultPlan { FailAt = 3, ForGood = true }, rebuild: true, out _);

        Assert.Equal("index.io", failed!.Code);
        Assert.Contains(workshop.Folder.Path, failed.Message, StringComparison.Ordinal);
        Assert.Contains("the disk is full", failed.Message, StringComparison.Ordinal);
        Assert.Contains("Free some space", failed.Message, StringComparison.Ordinal);
    }

    /// <summary>Removes A-2, changes A-3, adds .</summary>
    private static IndexUnavailableException? TryChange(IndexWorkshop workshop, FaultPlan plan, bool rebuild, out int asked)
    {
        try
        {
            using var writer = KnowledgeBase.LuceneIndex.LuceneIndexWriter.Open(workshop.Folder, workshop.Settings with
            {
                OpenDirectory = path => new FaultyDirectory(DurableDirectory.At(path), path, plan),
            });
            ChangeBatch.Apply(writer, rebuild);
            return null;
        }
        catch (IndexUnavailableException exception)
        {
            return exception;
        }
        finally
        {
            asked = plan.Asked;
        }
    }

    private static void ChangesAgain(IndexWorkshop workshop, bool rebuild)
    {
        using (var writer = workshop.OpenWriter())
        {
            ChangeBatch.Apply(writer, rebuild || writer.RebuildReason is not null);
        }

        Assert.Equal(After, workshop.Ids);
    }
}
