using KnowledgeBase.Indexing;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Durability;

public sealed class DurableFileTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_file_is_written_whole_and_leaves_nothing_beside_it()
    {
        DurableFile.Write(_temp.PathOf("a.md"), "one"u8, overwrite: false);
        DurableFile.Write(_temp.PathOf("a.md"), "two"u8, overwrite: true);

        Assert.Equal("two", File.ReadAllText(_temp.PathOf("a.md")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_temp.Path));
    }

    [Fact]
    public void A_file_is_not_replaced_unless_that_is_asked_for()
    {
        _temp.Write("a.md", "one");

        Assert.Throws<IOException>(() => DurableFile.Write(_temp.PathOf("a.md"), "two"u8, overwrite: false));

        Assert.Equal("one", File.ReadAllText(_temp.PathOf("a.md")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_temp.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_flushed()
    {
        var refused = Assert.Throws<IOException>(() => DurableFile.FlushFolder(_temp.PathOf("gone")));

        Assert.Contains(_temp.PathOf("gone"), refused.Message, StringComparison.Ordinal);
    }
}
