using System.Globalization;
using System.Text;

namespace KnowledgeBase.Tests.Safety;

/// <summary>Query texts that no reader types, made from a seed: real queries bent out of shape, and characters of every kind.</summary>
internal sealed class FuzzedQueries(int seed)
{
    private static readonly string[] Real =
    [
        "police congress", "police OR gendarmerie", "police -military", "(police OR gendarmerie) congress", "\"criminal police\"", "“criminal police”", "=\"DENK\"", "=Schober",
        "\"criminal police\"~", "\"police congress\"~5", "police NEAR/5 congress", "police BEFORE/5 congress", "\"international polic* (congress OR conference)\"", "polic*", "wom?n",
        "*politan", "Schober~2", "title:congress", "said:Schober extradition", "quote:\"the police of the world are agreed upon this matter\"", "date:1914..1923",
        "date:within:1914..1923", "date:1914~", "date:none", "before:1914 after:1923-09", "date:[1914 TO 1923]", "added:last-week", "like:IPA-1923-0007", "\"police congr",
        "C:\\x a/b 50% C++", "foo:bar", "the of and in", "*er* *en* *in*", "\"the * of * the\"", "(the OR of) NEAR/50 (and OR in)", "\"the of and to in a\"~50", "Шобер שלום 国際警察",
    ];

    private static readonly string[] Signs =
    [
        "(", ")", "\"", "“", "”", "„", "«", "»", "-", "+", "=", "~", "~2", "~50", "^9", "*", "?", "*?*?*", ":", "title:", "date:", "said:", "quote:", "like:", "NEAR/50", "BEFORE/1", "NOT", "OR",
        "AND", "\\", "/", "[", "]", "{", "}", "\0", "\u200F", "\u202E", "\u2066", "\uFEFF", "\uD83D", "\uDE00", "\uFDD0", "\uFFFF", "＊", "（", "）", "＂", "～", "：", "　", "\r\n", "-\n", "\u0301\u0301\u0301",
        "e*", "*e*", "th*", "*er", "??????", "a~", "police~2", "1..9999", "9999-12-31", "0000", "İıſK", "ﬃ", "𝒱", "꠸",
    ];

    private readonly Random _random = new(seed);

    public string Next() => _random.Next(12) switch
    {
        0 => AnyCharacters(_random.Next(0, 200)),
        1 => AnyCharacters(_random.Next(200, 3_000)),
        2 => Repeated(Pick(Signs), _random.Next(1, 1_500)),
        3 => Nested(),
        4 => string.Join(Pick([" ", " OR ", " NEAR/50 ", ""]), Enumerable.Range(0, _random.Next(2, 200)).Select(_ => Pick(Signs))),
        5 => Patterns(),
        6 => "\"" + string.Join(' ', Enumerable.Range(0, _random.Next(2, 60)).Select(_ => Pick(["the", "of", "*er*", "(a OR in)", "police", "e?*", "(the of OR of the)"]))) + Pick(["\"", "\"~50", "\"~", ""]),
        7 => string.Join(' ', Enumerable.Range(0, _random.Next(1, 500)).Select(n => string.Create(CultureInfo.InvariantCulture, $"w{n}~2"))),
        _ => Bent(),
    };

    /// <summary>A real query or several, with signs put in, pieces taken out, exchanged or doubled.</summary>
    private string Bent()
    {
        var text = new StringBuilder(string.Join(Pick([" ", " OR ", " NOT ", ""]), Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Pick(Real))));
        for (var i = _random.Next(1, 9); i > 0; i--)
        {
            var at = _random.Next(text.Length + 1);
            var length = Math.Min(_random.Next(1, 9), text.Length - at);
            switch (_random.Next(4))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, AnyCharacters(1));
                    break;
                default:
                    text.Insert(at, Pick(Signs));
                    break;
            }
        }

        return text.ToString();
    }

    private string Patterns() => string.Join(Pick([" ", " OR ", " "]), Enumerable.Range(0, _random.Next(1, 120)).Select(_ =>
        Pick(["*", "?", ""]) + Letter() + Pick(["*", "?", "", "?*"]) + Letter() + Pick(["*", "", "?"])));

    private string Letter() => ((char)('a' + _random.Next(26))).ToString();

    private string Nested()
    {
        var (open, close) = Pick<(string, string)>([("(", ")"), ("-(", ")"), ("title:(", ")"), ("(a OR ", ")"), ("\"(", ")\""), ("(a NEAR/50 ", ")"), ("“", "”"), ("said:(", ")")]);
        var depth = _random.Next(1, 800);
        return Repeated(open, depth) + Pick(Real) + Repeated(close, _random.Next(0, depth + 2));
    }

    private string AnyCharacters(int count)
    {
        var text = new StringBuilder(count);
        while (text.Length < count)
        {
            switch (_random.Next(4))
            {
                case 0:
                    text.Append((char)_random.Next(0x20, 0x7F));
                    break;
                case 1:
                    text.Append((char)_random.Next(0x10000));
                    break;
                case 2:
                    text.Append(char.ConvertFromUtf32(_random.Next(0x10000, 0x110000)));
                    break;
                default:
                    text.Append(' ').Append(Pick(Signs));
                    break;
            }
        }

        return text.ToString();
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
