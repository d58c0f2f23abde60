using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.LuceneIndex.Suggestions;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Indexing;
using KnowledgeBase.Tests.Support;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace KnowledgeBase.Tests.LuceneIndex.Suggestions;

public sealed class ReadyCompletionsTests
{
    private static readonly SuggestionRequest About = new() { Beginnings = ["about"], Kinds = ["title"] };

    [Fact]
    public async Task After_a_commit_the_state_before_answers_until_the_new_one_is_worked_out()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Some.Document("D-1"), Some.Document("D-2"));
        using var directory = new NIOFSDirectory(workshop.Folder.PathOf(workshop.Folder.ReadCurrent()!.Value));
        using var before = DirectoryReader.Open(directory);
        using (var writer = workshop.OpenWriter())
        {
            using var change = writer.Begin(rebuild: false);
            change.Put(Some.Document("D-3"));
            change.Remove(new DocumentId("D-1"));
            change.Commit(IndexedFile.DigestOf([]));
        }

        using var after = DirectoryReader.Open(directory);
        using var gate = new ManualResetEventSlim();
        var ready = new ReadyCompletions(reader =>
        {
            if (reader == after)
            {
                gate.Wait();
            }

            return Snapshot.Of(reader);
        });
        Assert.Equal(["About D-1", "About D-2"], Titles(ready, new IndexState(1, before)));

        // Nothing waits at the gate but the work beside; what has gone meanwhile is not offered.
        Assert.Equal(["About D-2"], Titles(ready, new IndexState(1, after)));
        var making = ready.Prepare(new IndexState(1, after));
        Assert.False(making.IsCompleted);
        gate.Set();
        await making;
        Assert.Equal(["About D-2", "About D-3"], Titles(ready, new IndexState(1, after)));

        // A reader who still holds the state before gets the newer answer, and nothing is worked out again.
        Assert.Same(await making, ready.For(new IndexState(1, before)));
    }

    [Fact]
    public async Task Nothing_is_worked_out_where_nobody_asked()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Some.Document("D-1"));
        using var directory = new NIOFSDirectory(workshop.Folder.PathOf(1));
        using var reader = DirectoryReader.Open(directory);
        var made = 0;
        var ready = new ReadyCompletions(of =>
        {
            made++;
            return Snapshot.Of(of);
        });
        await ready.Follow(new IndexState(1, reader));
        Assert.Equal(0, made);
        await ready.Prepare(new IndexState(1, reader));
        await ready.Follow(new IndexState(1, reader));
        Assert.Equal(1, made);
    }

    [Fact]
    public void A_failure_is_told_and_the_next_call_tries_again()
    {
        using var workshop = new IndexWorkshop();
        workshop.Build(Some.Document("D-1"));
        using var directory = new NIOFSDirectory(workshop.Folder.PathOf(1));
        using var reader = DirectoryReader.Open(directory);
        var attempts = 0;
        var ready = new ReadyCompletions(of => attempts++ == 0 ? throw new IOException("The disk is tired.") : Snapshot.Of(of));
        Assert.Throws<IOException>(() => Titles(ready, new IndexState(1, reader)));
        Assert.Equal(["About D-1"], Titles(ready, new IndexState(1, reader)));
        Assert.Equal(1, reader.RefCount);
    }

    private static IEnumerable<string> Titles(ReadyCompletions ready, IndexState state) =>
        ready.For(state).Suggest(About, state).Select(static suggestion => suggestion.Text);
}
