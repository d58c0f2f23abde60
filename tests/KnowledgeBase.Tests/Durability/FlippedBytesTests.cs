using CsCheck;
using KnowledgeBase.Indexing;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Durability;

public sealed class FlippedBytesTests : IDisposable
{
    private readonly IndexWorkshop _start = new();

    public FlippedBytesTests()
    {
        _start.Build(Enumerable.Range(1, 5).Select(static n => Some.Document(FormattableString.Invariant($"A-{n}"))));
        using var writer = _start.OpenWriter();
        ChangeBatch.Apply(writer, rebuild: false);
    }

    public void Dispose() => _start.Dispose();

    [Fact]
    public void A_flipped_bit_in_any_file_is_found_by_the_quick_examination_and_healed_by_a_rebuild() =>
        Gen.Select(Gen.Int[0, 1_000], Gen.Double[0, 1], Gen.Int[0, 7]).Sample(
            (file, place, bit) =>
            {
                using var workshop = _start.Copy();
                var files = workshop.LiveFiles.Where(static path => !path.EndsWith("write.lock", StringComparison.Ordinal)
                    && !path.EndsWith("segments.gen", StringComparison.Ordinal)).ToList();
                Flip(files[file % files.Count], place, bit);

                var health = workshop.Verifier.Examine(ExaminationDepth.Checksums);

                Assert.False(health.IsSound, files[file % files.Count]);
                using var writer = workshop.OpenWriter();
                Assert.Contains("damaged", writer.RebuildReason, StringComparison.Ordinal);
                IndexWorkshop.Commit(writer, rebuild: true, Some.Document("A-9"));
                Assert.Equal(["A-9"], workshop.Ids);
            },
            iter: 150,
            threads: 1);

    [Fact]
    public void A_flipped_bit_in_the_hint_file_does_no_harm() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 7]).Sample(
            (place, bit) =>
            {
                using var workshop = _start.Copy();
                Flip(workshop.LiveFiles.Single(static path => path.EndsWith("segments.gen", StringComparison.Ordinal)), place, bit);

                Assert.True(workshop.Verifier.Examine(ExaminationDepth.Everything).IsSound);
                Assert.NotEmpty(workshop.Ids);
            },
            iter: 40,
            threads: 1);

    [Fact]
    public void A_missing_file_is_named()
    {
        foreach (var file in _start.LiveFiles.Where(static path =>
            Path.GetFileName(path) is var name && name.StartsWith('_')).Select(Path.GetFileName).ToList())
        {
            using var workshop = _start.Copy();
            File.Delete(Path.Combine(workshop.Folder.PathOf(1), file!));

            var health = workshop.Verifier.Examine(ExaminationDepth.Checksums);

            Assert.Contains(health.Damage, damage => damage.File == "generations/0001/" + file || damage.Reason.Contains(file!, StringComparison.Ordinal));
        }
    }

    private static void Flip(string path, double place, int bit)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[Math.Min((int)(place * bytes.Length), bytes.Length - 1)] ^= (byte)(1 << bit);
        File.WriteAllBytes(path, bytes);
    }
}
