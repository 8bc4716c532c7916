using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>What of the Local Offer people comment on: what the authority has to ask them about. [rule: SEND Regulations 2014, regulation 56(1)]</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LocalOfferMatter>))]
public enum LocalOfferMatter
{
    /// <summary>What it offers, how good that is, and what it leaves out.</summary>
    Content,

    /// <summary>Whether its information can be found and understood.</summary>
    Accessibility,

    /// <summary>How it was made and looked over, and how people were involved in that.</summary>
    Development,
}
