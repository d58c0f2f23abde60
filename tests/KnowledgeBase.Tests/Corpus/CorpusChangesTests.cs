using CsCheck;
using KnowledgeBase.Corpus;
using KnowledgeBase.Documents;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Corpus;

public sealed class CorpusChangesTests
{
    private static readonly Gen<KnownFile[]> Files =
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 2], Gen.Int[0, 7]).Array[0, 8].Select(static files => files
            .Select(static f => new KnownFile($"{(char)('a' + f.Item1)}.md", "d" + f.Item2, new DocumentId($"X-{f.Item3}")))
            .DistinctBy(static f => f.Path).ToArray());

    [Fact]
    public void Files_are_added_changed_moved_removed_and_left_alone()
    {
        var (files, removed) = CorpusChanges.Between(
            [Known("a.md", "1", "A"), Known("b.md", "1", "B"), Known("c.md", "1", "C"), Known("d.md", "1", "D"), Known("e.md", "1", "E")],
            [Known("a.md", "1", "A"), Known("b.md", "2", "B"), Known("z/c.md", "1", "C"), Known("f.md", "1", "F"), Known("e.md", "2", "G")]);
        Assert.Equal(
            ["a.md Unchanged A", "b.md Changed B", "e.md Added G", "f.md Added F", "z/c.md Moved C"],
            files.Select(static f => $"{f.Path} {f.Kind} {f.Id}"));
        Assert.Equal(["D", "E"], removed.Select(static id => id.Value));
    }

    [Fact]
    public void A_reference_code_that_is_taken_is_refused_with_both_files_named()
    {
        var (files, removed) = CorpusChanges.Between([Known("b.md", "1", "B")], [Known("b.md", "1", "B"), Known("a.md", "1", "B")]);
        Assert.Equal(["a.md Moved", "b.md Refused"], files.Select(static f => $"{f.Path} {f.Kind}"));
        Assert.Contains("taken by a.md", files[1].Problem!.Message, StringComparison.Ordinal);
        Assert.Equal("b.md", files[1].Problem!.File);
        Assert.Empty(removed);
    }

    [Fact]
    public void A_file_that_is_refused_takes_its_document_out()
    {
        var changes = new CorpusChanges([Known("a.md", "1", "A")]);
        Assert.Null(changes.IsUnchanged("a.md", "2"));
        Assert.Equal(CorpusChangeKind.Refused, changes.Next("a.md", "2", null).Kind);
        Assert.Equal("A", Assert.Single(changes.Removed).Value);
    }

    [Fact]
    public void Files_out_of_order_are_a_fault()
    {
        var changes = new CorpusChanges([]);
        changes.Next("b.md", "1", new DocumentId("B"));
        Assert.Throws<ArgumentException>(() => changes.Next("a.md", "1", new DocumentId("A")));
    }

    [Fact]
    public void Following_the_changes_gives_the_same_as_building_anew() =>
        Gen.Select(Files, Files, Files).Sample(static (first, second, third) =>
        {
            var followed = Apply(Apply(Apply([], first), second), third);
            var anew = Apply([], third);
            Assert.Equal(anew.OrderBy(static f => f.Id), followed.OrderBy(static f => f.Id));
        });

    [Fact]
    public void The_digest_of_a_corpus_depends_on_paths_and_bytes_but_not_on_order()
    {
        var digest = CorpusSnapshot.DigestOf([("a.md", "1"), ("b.md", "2")]);
        Assert.Equal(digest, CorpusSnapshot.DigestOf([("b.md", "2"), ("a.md", "1")]));
        Assert.NotEqual(digest, CorpusSnapshot.DigestOf([("a.md", "2"), ("b.md", "1")]));
        Assert.NotEqual(digest, CorpusSnapshot.DigestOf([("a.md", "1"), ("c.md", "2")]));
        Assert.Matches("^[0-9a-f]{64}$", digest);
    }

    [Fact]
    public void A_folder_is_listed_in_ordinal_order_without_what_is_no_document()
    {
        using var folder = new TempFolder();
        foreach (var path in new[]
        {
            "b.md", "B.md", "a/z.md", "a-b.md", "README.md", "a/README.md", "sources.yaml", "authorities/people.yaml", "authorities/x.md",
            ".hidden.md", ".git/x.md", "a/.draft.md", "note.txt", "x/authorities/y.md", "ä.md", "UPPER.MD",
        })
        {
            Write(folder, path, "x");
        }

        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.md"), Path.Combine(folder.Path, "b.md"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "loop"), folder.Path);
        var listing = new CorpusFolder(folder.Path).List();
        Assert.Equal(["B.md", "UPPER.MD", "a-b.md", "a/README.md", "a/z.md", "b.md", "x/authorities/y.md", "ä.md"], listing.Paths.ToArray());
        Assert.Equal(["link.md", "loop"], listing.Problems.Select(static p => p.File));
    }

    [Fact]
    public void A_snapshot_has_size_and_digest_and_reports_what_cannot_be_read()
    {
        using var folder = new TempFolder();
        Write(folder, "a.md", "abc");
        Write(folder, "empty.md", "");
        var snapshot = CorpusSnapshot.Take(new CorpusFolder(folder.Path));
        var file = Assert.Single(snapshot.Files);
        Assert.Equal(("a.md", 3L, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), (file.Path, file.Size, file.Digest));
        Assert.Equal("file.empty", Assert.Single(snapshot.Problems).Code);
    }

    [Fact]
    public void A_corpus_that_is_not_there_is_named()
    {
        var e = Assert.Throws<DirectoryNotFoundException>(static () => new CorpusFolder("/nowhere/corpus").List());
        Assert.Contains("/nowhere/corpus", e.Message, StringComparison.Ordinal);
    }

    private static KnownFile Known(string path, string digest, string id) => new(path, digest, new DocumentId(id));

    /// <summary>What an index does with the changes.</summary>
    private static KnownFile[] Apply(KnownFile[] index, KnownFile[] corpus)
    {
        var (files, removed) = CorpusChanges.Between(index, corpus);
        var documents = index.ToDictionary(static f => f.Id);
        foreach (var change in files.Where(static f => f.Kind is not (CorpusChangeKind.Unchanged or CorpusChangeKind.Refused)))
        {
            documents[change.Id!.Value] = corpus.Single(f => f.Path == change.Path);
        }

        foreach (var id in removed)
        {
            documents.Remove(id);
        }

        return [.. documents.Values];
    }

    private static void Write(TempFolder folder, string path, string text)
    {
        var full = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
