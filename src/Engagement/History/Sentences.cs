using System.Collections.Frozen;
using System.Text;

namespace Engagement.History;

/// <summary>
/// How each type of event is told. Nothing that is sealed is told, and nobody is named: what somebody wrote, who they are and how they answered stays out of
/// it; what officers give as a reason for the record is in it.
/// </summary>
internal sealed class Sentences
{
    private readonly Dictionary<Type, Func<object, Told>> _byType = [];

    private Sentences()
    {
    }

    /// <summary>Of every type of event there is.</summary>
    public static FrozenDictionary<Type, Func<object, Told>> All { get; } = Write();

    public static Told Of(object data) => All.TryGetValue(data.GetType(), out var tell) ? tell(data) : new Told("Something was recorded that this release does not know");

    /// <summary>Adds a sentence that is always the same.</summary>
    public Sentences Tell<T>(string what) => Tell<T>(_ => new Told(what));

    public Sentences Tell<T>(Func<T, Told> tell)
    {
        _byType.Add(typeof(T), data => tell((T)data));
        return this;
    }

    /// <summary>A word of a list as it stands in a sentence, for example WeCannot: we cannot.</summary>
    public static string Words(Enum word)
    {
        var words = new StringBuilder();
        foreach (var letter in word.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    private static FrozenDictionary<Type, Func<object, Told>> Write()
    {
        var sentences = new Sentences();
        ConsultationSentences.AddTo(sentences);
        SurveySentences.AddTo(sentences);
        FeedbackSentences.AddTo(sentences);
        LoopSentences.AddTo(sentences);
        ForumSentences.AddTo(sentences);
        ActivitySentences.AddTo(sentences);
        EvidenceSentences.AddTo(sentences);
        CharterSentences.AddTo(sentences);
        ReleaseSentences.AddTo(sentences);
        PrivacySentences.AddTo(sentences);
        return sentences._byType.ToFrozenDictionary();
    }
}
