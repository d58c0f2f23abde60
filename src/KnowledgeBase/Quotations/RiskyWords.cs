using System.Collections.Frozen;

namespace KnowledgeBase.Quotations;

/// <summary>Words whose change turns what somebody said into something else: negations and numbers.</summary>
internal static class RiskyWords
{
    private static readonly FrozenSet<string> Negations = Words(
        "not no never nor neither none nobody nothing nowhere without cannot hardly",
        "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts ohne weder nirgends kaum",
        "ne n pas jamais rien aucun aucune personne sans ni non nul nulle",
        "nunca jamas nadie nada ningun ninguno ninguna sin tampoco",
        "mai nessuno nessuna niente nulla senza ne",
        "nao nenhum nenhuma ninguem sem niet geen nooit niemand nimmer inte ingen inget aldrig",
        "не нет ни никогда никто ничего без nie nigdy nikt nic bez",
        "لا لم لن ليس غير");

    private static readonly FrozenSet<string> Numbers = Words(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half twice first second third",
        "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn zwanzig dreissig vierzig funfzig",
        "sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden dutzend halb zweimal",
        "deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent",
        "cents mille millions milliard milliards douzaine",
        "dos tres cuatro cinco seis siete ocho nueve diez doce veinte treinta cien ciento mil millon millones");

    private static readonly string[] NegatingBeginnings = ["un", "in", "im", "il", "ir", "dis", "non", "anti"];

    public static bool IsNegation(ComparedWord word) => Negations.Contains(word.Exact) || IsShortenedNot(word);

    public static bool IsNumber(ComparedWord word) => word.Exact.Any(char.IsDigit) || Numbers.Contains(word.Exact);

    /// <summary>Whether one word is the other with a negating beginning: <c>legal</c> and <c>illegal</c>.</summary>
    public static bool Negate(ComparedWord one, ComparedWord other)
    {
        var (shorter, longer) = one.Exact.Length < other.Exact.Length ? (one.Exact, other.Exact) : (other.Exact, one.Exact);
        return shorter.Length >= 3 && NegatingBeginnings.Any(beginning =>
            longer.Length == shorter.Length + beginning.Length
            && longer.StartsWith(beginning, StringComparison.Ordinal)
            && longer.EndsWith(shorter, StringComparison.Ordinal));
    }

    /// <summary>The <c>t</c> of a contraction that is none of the usual ones, such as <c>amn’t</c>.</summary>
    private static bool IsShortenedNot(ComparedWord word) =>
        word.Exact == "t" && word.Before is { HasSpace: false, Punctuation: "'" or "’" };

    private static FrozenSet<string> Words(params string[] lists) =>
        lists.SelectMany(static list => list.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
