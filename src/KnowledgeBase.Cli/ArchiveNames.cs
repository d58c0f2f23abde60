using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Cli;

/// <summary>The authority records and sources of the corpus, and the names that find each other in a search. Immutable.</summary>
/// <param name="Register">The records.</param>
/// <param name="Names">The same for queries.</param>
internal sealed record ArchiveNames(ArchiveRegister Register, NameTable Names)
{
    /// <summary>Reads them from a corpus folder; what cannot be read is left out, as it is in the index.</summary>
    public static ArchiveNames Read(string corpusFolder)
    {
        var register = RegisterReader.Load(corpusFolder).Register;
        return new ArchiveNames(register, new NameTable(register.Authorities.Select(static authority => new NameRecord(
            authority.Kind.ToString().ToLowerInvariant(), authority.Name, authority.Variants, authority.Misspellings))));
    }
}
