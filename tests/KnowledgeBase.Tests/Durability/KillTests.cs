using System.Diagnostics;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Tests.Cli;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Durability;

public sealed class KillTests : IDisposable
{
    private const int Kills = 20;
    private const int Documents = 200;

    private readonly TempFolder _temp = new();
    private readonly Random _random = new(Seed);

    private static int Seed { get; } = Environment.TickCount;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Killing_kb_index_twenty_times_leaves_an_index_that_opens_and_verifies()
    {
        for (var number = 0; number < Documents; number++)
        {
            WriteDocument(number, version: 0);
        }

        var whole = Stopwatch.StartNew();
        Assert.Equal(0, KbProgram.Run(_temp.Path, "index").ExitCode);
        whole.Stop();
        var folder = new IndexFolder(_temp.PathOf("index"));
        var verifier = new IndexVerifier(folder);
        for (var kill = 1; kill <= Kills; kill++)
        {
            for (var i = 0; i < Documents / 10; i++)
            {
                WriteDocument(_random.Next(Documents), kill);
            }

            KillAtARandomMoment(whole.Elapsed, kill % 2 == 0 ? ["index", "--rebuild"] : ["index"]);

            var health = verifier.Examine(ExaminationDepth.Everything);
            Assert.True(health.IsSound, $"seed {Seed}, kill {kill}: {health.Damage.FirstOrDefault()}");
            Assert.Equal(Documents, health.Documents);
        }

        Assert.Equal(0, KbProgram.Run(_temp.Path, "index").ExitCode);
        Assert.Equal(0, KbProgram.Run(_temp.Path, "verify").ExitCode);
        Assert.Single(Directory.EnumerateDirectories(_temp.PathOf("index/generations")));
    }

    private void KillAtARandomMoment(TimeSpan whole, string[] arguments)
    {
        using var process = KbProgram.Start(_temp.Path, arguments);
        // Whichever comes first: its end, or the moment.
        process.WaitForExit(whole * _random.NextDouble() * 1.2);
        process.Kill();
        process.WaitForExit();
    }

    private void WriteDocument(int number, int version) => _temp.Write(
        FormattableString.Invariant($"corpus/{number % 7}/{number}.md"),
        SmallArchive.Document(
            FormattableString.Invariant($"K-{number}"),
            FormattableString.Invariant($"Document {number}"),
            string.Join(' ', Enumerable.Range(0, 200).Select(word => FormattableString.Invariant($"word{word * (number + 1) % 997} version{version}")))));
}
