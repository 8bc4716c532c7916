using System.Text.Json.Serialization;

namespace Engagement.Web.HaveYourSay;

/// <summary>
/// One person's answers on their way, kept on their own device. The key is made once, at the start, so that however often the
/// answers are sent they are taken once and bring the same receipt.
/// </summary>
public sealed record AnswerDraft(
    [property: JsonPropertyName("k")] string IdempotencyKey,
    [property: JsonPropertyName("a")] IReadOnlyDictionary<string, Answer> Answers,
    [property: JsonPropertyName("r")] Receipt? Receipt = null)
{
    /// <summary>The form and language in which the questions are read.</summary>
    [JsonPropertyName("f")]
    public SurveyForm Form { get; init; } = SurveyForm.Standard;

    /// <summary>Who answers; null until it was asked, and where it need not be.</summary>
    [JsonPropertyName("w")]
    public Answering? Who { get; init; }

    /// <summary>What opens the answers as they were last saved to be come back to.</summary>
    [JsonPropertyName("s")]
    public Receipt? Saved { get; init; }

    /// <summary>The receipt of answers that were sent before and are now being corrected.</summary>
    [JsonPropertyName("c")]
    public Receipt? Corrects { get; init; }

    public static AnswerDraft Start(SurveyForm? form = null) =>
        new(Guid.NewGuid().ToString("N"), new Dictionary<string, Answer>()) { Form = form ?? SurveyForm.Standard };

    public Answer? this[Question question] => Answers.GetValueOrDefault((question ?? throw new ArgumentNullException(nameof(question))).Key);

    public AnswerDraft With(Question question, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        var answers = new Dictionary<string, Answer>(Answers);
        if (answer.IsEmpty)
            answers.Remove(question.Key);
        else
            answers[question.Key] = answer;
        return this with { Answers = answers };
    }

    /// <summary>Once the answers are taken the words leave the device; only the receipt stays, until its reader has kept it.</summary>
    public AnswerDraft Sent(Receipt receipt) => new(IdempotencyKey, new Dictionary<string, Answer>(), receipt);
}

public sealed record Receipt(string Reference, string Secret, DateTimeOffset SubmittedAt);

/// <summary>Who answers. A null audience is one that somebody would rather not say.</summary>
/// <param name="Audience">One of those that are asked.</param>
/// <param name="Proxy">Whether they write down the answers of somebody else.</param>
public sealed record Answering([property: JsonPropertyName("a")] Audience? Audience, [property: JsonPropertyName("p")] bool Proxy = false);
