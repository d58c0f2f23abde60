using System.Collections.Immutable;

namespace KnowledgeBase.Searching;

/// <summary>Asks for words that are spelled much like one word.</summary>
/// <param name="Word">One word as the analyzer cuts it.</param>
/// <param name="Fields">Where the others stand: some of <c>QueryFields.Text</c>.</param>
/// <param name="Edits">
/// Most insertions, deletions, substitutions and swaps of neighbours, 0 to 2; 0 asks whether the word itself is there. The first
/// character may differ when one edit makes the one of the other.
/// </param>
/// <param name="MaySplit">Whether two words that were typed as one are looked for as well.</param>
public sealed record SpellingQuestion(string Word, ImmutableArray<string> Fields, int Edits, bool MaySplit);

/// <summary>A word of the archive, or two, that a reader may have meant.</summary>
/// <param name="Text">As the archive spells it most often; two words have a space between them.</param>
/// <param name="Documents">In how many documents it stands, in the field that has it most; of two words, of the rarer.</param>
/// <param name="Edits">How far it is from what was asked; 1 for two words.</param>
public sealed record LikeSpelling(string Text, long Documents, int Edits);
