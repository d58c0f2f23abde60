using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace KnowledgeBase.Tests.Durability;

/// <summary>Counts what is asked of a disk that may fail, and fails at the operation of a test's choice.</summary>
internal sealed class FaultPlan
{
    /// <summary>The operation that fails, from 1; 0 for none.</summary>
    public int FailAt { get; init; }

    /// <summary>Whether every later operation fails too: the disk, or the process, is gone.</summary>
    public bool ForGood { get; init; }

    /// <summary>How many operations were asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>Files written to and not flushed to disk since: what a power cut may damage.</summary>
    public HashSet<string> Unflushed { get; } = new(StringComparer.Ordinal);

    public void Step()
    {
        Asked++;
        if (FailAt > 0 && (Asked == FailAt || (ForGood && Asked > FailAt)))
        {
            throw new IOException("No space left on device", 28);
        }
    }
}

/// <summary>A directory that fails when its plan says so.</summary>
internal sealed class FaultyDirectory(Directory inner, string path, FaultPlan plan) : FilterDirectory(inner)
{
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        plan.Step();
        plan.Unflushed.Add(Path.Combine(path, name));
        return new FaultyOutput(base.CreateOutput(name, context), plan);
    }

    public override void Sync(ICollection<string> names)
    {
        foreach (var name in names)
        {
            plan.Step();
            base.Sync([name]);
            plan.Unflushed.Remove(Path.Combine(path, name));
        }
    }

    public override void DeleteFile(string name)
    {
        plan.Step();
        base.DeleteFile(name);
        plan.Unflushed.Remove(Path.Combine(path, name));
    }

    public override IndexInput OpenInput(string name, IOContext context)
    {
        plan.Step();
        return base.OpenInput(name, context);
    }

    private sealed class FaultyOutput(IndexOutput inner, FaultPlan plan) : IndexOutput
    {
        private const int Block = 8_192;

        [Obsolete("Lucene 4.1 will remove it; the base class still asks for it.")]
        public override void Seek(long pos) => inner.Seek(pos);

        public override long Position => inner.Position;

        public override long Checksum => inner.Checksum;

        public override long Length => inner.Length;

        public override void WriteByte(byte b)
        {
            StepAtBlocks(1);
            inner.WriteByte(b);
        }

        public override void WriteBytes(byte[] b, int offset, int length)
        {
            StepAtBlocks(length);
            inner.WriteBytes(b, offset, length);
        }

        public override void Flush()
        {
            plan.Step();
            inner.Flush();
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            plan.Step();
        }

        /// <summary>The disk hears of a file when its buffer is full, and when it is closed.</summary>
        private void StepAtBlocks(int length)
        {
            if (inner.Position / Block != (inner.Position + length) / Block)
            {
                plan.Step();
            }
        }
    }
}
