using System.Collections.Frozen;

namespace KnowledgeBase.Analysis;

/// <summary>When a full stop ends a sentence, by language.</summary>
/// <remarks>
/// The lists hold what is usual in print in each language; abbreviations of one language are kept from the others, because "art" or
/// "no" end sentences elsewhere.
/// </remarks>
internal sealed class SentenceRules
{
    private const string Everywhere = "dr prof st mr mrs ms jr vs nr vol fig cf ed eds al op";

    /// <summary>Words that are abbreviations before a number only: "No. 5", but "The answer was no."</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbers =
        Words("no nos art arts fig vol ch chap cap s p pp n r bd bis ed").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, SentenceRules> ByLanguage = new Dictionary<string, SentenceRules>(StringComparer.Ordinal)
    {
        ["en"] = new(
            "no nos p pp ch chap art gen col capt lt sgt maj rev hon gov sen rep supt insp det approx ca c e.g i.e viz jan feb mar apr aug sept oct nov dec",
            "the a an in on at it its he she they we this that these those his her their there but and when after before as for from by with to no not if one two three most some all each both",
            hasOrdinals: false),
        ["de"] = new(
            "s nr bd hrsg hg abb abs art ca bzw vgl z.b d.h u.a i.d.r geb gest jh jhdt str kgl k.k k.u.k dipl ing frl hr fr ggf evtl inkl sog zz z d u o bes insb anm aufl jg tsd mio mrd jan feb mär apr jun jul aug sept okt nov dez",
            "der die das den dem des ein eine einer eines im in am an auf aus bei mit nach von vor zu zur zum es er sie wir ihr dies diese dieser und aber doch als wenn ob so auch nur noch damit danach dabei dort hier was wer wie wo nicht kein keine",
            hasOrdinals: true),
        ["fr"] = new(
            "m mm mme mmes mlle me mgr n no nos p pp chap art av apr env c.-à-d p.ex t vol éd janv févr avr juil sept oct nov déc",
            "le la les l un une des du de en dans sur au aux il elle ils elles on nous ce cet cette ces son sa ses leur leurs mais et quand après avant pour par avec si à",
            hasOrdinals: false),
        ["es"] = new(
            "sr sra srta d dª dn núm n p pp pág págs cap art arts ej p.ej aprox gral cnel tte ene feb mar abr ago sept oct nov dic",
            "el la los las un una unos unas en de del al su sus se es lo y pero cuando después antes para por con si a este esta estos estas",
            hasOrdinals: false),
        ["it"] = new(
            "sig sigg sig.ra dott prof.ssa avv on gen col n p pp pag pagg cap art es ecc ca gen feb mar apr mag giu lug ago set ott nov dic",
            "il lo la i gli le un uno una nel nella in di del della al alla su da per con e ma quando dopo prima se si questo questa", hasOrdinals: false),
        ["pt"] = new("sr sra dr dra exmo exma n núm p pp pág cap art ex", "o a os as um uma em no na de do da ao à e mas quando depois antes para por com se", hasOrdinals: false),
        ["nl"] = new("dhr mw mevr nr blz p art ca bijv enz o.a d.w.z m.b.t jl", "de het een in op aan bij met na van voor te hij zij het er maar en toen als dit deze", hasOrdinals: false),
        ["sv"] = new("nr s t.ex bl.a d.v.s m.m kl ca st", "den det de en ett i på av för med till han hon men och när efter före som", hasOrdinals: false),
        ["pl"] = new("nr s str ul r w im tzn np itd m.in ok por tj prof dr inż gen płk", "w na z do od po przed dla i a ale gdy to ten ta te jego jej nie", hasOrdinals: true),
        ["ro"] = new("nr pag p art str cca dl dna d-l", "în la cu de pe din după înainte un o și dar când el ea acest această", hasOrdinals: false),
        ["ru"] = new("г гг в вв стр с т д ул им др пр см ср гос тов проф акад ген руб тыс млн", "в на с к по из от до для и а но он она они это этот эта когда после перед не", hasOrdinals: false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SentenceRules Other = new("", "", hasOrdinals: true);

    private static readonly FrozenSet<string> OrdinalLanguages = new[] { "da", "nb", "nn", "no", "fi", "cs", "sk", "hu", "hr", "sl", "sr", "et", "lv", "tr", "is", "eu" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly SentenceRules OtherWithoutOrdinals = new("", "", hasOrdinals: false);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _starters;
    private readonly bool _hasOrdinals;

    private SentenceRules(string abbreviations, string starters, bool hasOrdinals)
    {
        _abbreviations = Words(Everywhere + " " + abbreviations).GetAlternateLookup<ReadOnlySpan<char>>();
        _starters = Words(starters).GetAlternateLookup<ReadOnlySpan<char>>();
        _hasOrdinals = hasOrdinals;
    }

    /// <summary>The rules of a language, by the first part of its code.</summary>
    public static SentenceRules For(string language)
    {
        var primary = language.Split('-')[0].ToLowerInvariant();
        return ByLanguage.TryGetValue(primary, out var rules) ? rules : OrdinalLanguages.Contains(primary) ? Other : OtherWithoutOrdinals;
    }

    /// <summary>Whether a single full stop ends a sentence.</summary>
    /// <param name="before">The word right before it, with its inner stops.</param>
    /// <param name="after">The next word; empty when what follows is no word.</param>
    /// <param name="isFirst">Whether the word before is all there is of the sentence.</param>
    public bool StopEnds(ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool isFirst)
    {
        if (before.IsEmpty)
        {
            return true;
        }

        if (_abbreviations.Contains(before))
        {
            return BeforeNumbers.Contains(before) && !IsNumeral(after);
        }

        var isNumber = !before.ContainsAnyExceptInRange('0', '9');
        var isInitials = before.Length == 1 ? char.IsLetter(before[0]) : before.Contains('.') && !before.ContainsAnyInRange('0', '9');
        if (isFirst && (isNumber || isInitials))
        {
            return false;
        }

        var isOrdinal = _hasOrdinals && ((isNumber && before.Length <= 3) || (before.Length >= 2 && IsRoman(before)));
        return (!isInitials && !isOrdinal) || _starters.Contains(after);
    }

    private static bool IsNumeral(ReadOnlySpan<char> word) => !word.IsEmpty && (char.IsDigit(word[0]) || IsRoman(word));

    private static bool IsRoman(ReadOnlySpan<char> word) => !word.ContainsAnyExcept("IVXLC");

    private static FrozenSet<string> Words(string list) =>
        list.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
