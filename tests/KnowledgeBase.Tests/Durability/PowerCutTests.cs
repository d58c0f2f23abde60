using CsCheck;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Storage;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Durability;

public sealed class PowerCutTests : IDisposable
{
    private static readonly string[] Before = ["A-1", "A-2", "A-3"];
    private static readonly string[] After = ["A-1", "A-3", "A-4", "A-5"];

    private readonly IndexWorkshop _start = new();

    public PowerCutTests() => _start.Build(Before.Select(static id => Some.Document(id)));

    public void Dispose() => _start.Dispose();

    [Fact]
    public void Damaged_unflushed_files_leave_the_index_before_or_after_the_change() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[0, int.MaxValue - 1], Gen.Bool).Sample(CutAndCheck, iter: 60, threads: 1);

    private void CutAndCheck(int at, int damageSeed, bool rebuild)
    {
        using var workshop = _start.Copy();
        var plan = new FaultPlan { FailAt = at, ForGood = true };
        var committed = TryChange(workshop, plan, rebuild);

        Damage(plan.Unflushed, new Random(damageSeed));

        var health = workshop.Verifier.Examine(ExaminationDepth.Everything);
        Assert.True(health.IsSound, $"{health.Damage.FirstOrDefault()}");
        Assert.Contains(workshop.Ids, committed ? [After] : new[] { Before, After });
    }

    private static bool TryChange(IndexWorkshop workshop, FaultPlan plan, bool rebuild)
    {
        try
        {
            using var writer = LuceneIndexWriter.Open(workshop.Folder, workshop.Settings with
            {
                OpenDirectory = path => new FaultyDirectory(DurableDirectory.At(path), path, plan),
            });
            ChangeBatch.Apply(writer, rebuild);
            return true;
        }
        catch (IndexUnavailableException)
        {
            return false;
        }
    }

    /// <summary>What a disk may show of a file that was not flushed: nothing, no bytes, half of them, zeros, or all of it.</summary>
    private static void Damage(IEnumerable<string> files, Random random)
    {
        foreach (var file in files.Where(File.Exists).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            switch (random.Next(5))
            {
                case 0:
                    File.Delete(file);
                    break;
                case 1:
                    File.WriteAllBytes(file, []);
                    break;
                case 2:
                    File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
                    break;
                case 3:
                    File.WriteAllBytes(file, new byte[bytes.Length]);
                    break;
            }
        }
    }
}
