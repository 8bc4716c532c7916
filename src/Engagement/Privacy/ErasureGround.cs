using System.Text.Json.Serialization;

namespace Engagement.Privacy;

/// <summary>Why an erasure is granted or not: Article 17 of the UK General Data Protection Regulation, and Article 12(5) for the last two.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureGround>))]
public enum ErasureGround
{
    /// <summary>17(1)(a).</summary>
    NoLongerNeeded,

    /// <summary>17(1)(b).</summary>
    ConsentWithdrawn,

    /// <summary>17(1)(c).</summary>
    Objection,

    /// <summary>17(1)(d).</summary>
    UnlawfullyProcessed,

    /// <summary>17(1)(e).</summary>
    RequiredByLaw,

    /// <summary>17(1)(f).</summary>
    GivenAsAChild,

    /// <summary>17(3)(a).</summary>
    FreedomOfExpression,

    /// <summary>17(3)(b).</summary>
    PublicTask,

    /// <summary>17(3)(c).</summary>
    PublicHealth,

    /// <summary>17(3)(d).</summary>
    ArchivingOrStatistics,

    /// <summary>17(3)(e).</summary>
    LegalClaims,

    /// <summary>12(5)(b).</summary>
    ManifestlyUnfoundedOrExcessive,

    /// <summary>12(6): it is not known that who asks is the person.</summary>
    IdentityNotShown,
}
