using System.Collections.Immutable;

namespace KnowledgeBase.Web.Viewing;

/// <summary>What the authority files say of a name.</summary>
/// <param name="Name">The preferred name.</param>
/// <param name="Variants">Other names, which a search treats as the same.</param>
/// <param name="Dates">Life or existence, in words; null when not known.</param>
/// <param name="Note">Who or what it is; null when nothing is said.</param>
/// <param name="NotToBeConfused">False friends.</param>
internal sealed record NameView(
    string Name, ImmutableArray<string> Variants, string? Dates, string? Note, ImmutableArray<string> NotToBeConfused);
