using System.Text.Json.Serialization;

namespace Engagement.Privacy;

/// <summary>Why an erasure is granted or not: Article 17 of the UK General Data Protection Regulation, and Article 12(5) for the last two.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureGround>))]
public enum ErasureGround
{
    /// <summary>It is no longer needed for what it was collected for: Article 17(1)(a).</summary>
    NoLongerNeeded,

    /// <summary>Consent was withdrawn: Article 17(1)(b).</summary>
    ConsentWithdrawn,

    /// <summary>The person objects: Article 17(1)(c).</summary>
    Objection,

    /// <summary>It was processed unlawfully: Article 17(1)(d).</summary>
    UnlawfullyProcessed,

    /// <summary>A law requires it: Article 17(1)(e).</summary>
    RequiredByLaw,

    /// <summary>It was collected from a child: Article 17(1)(f).</summary>
    GivenAsAChild,

    /// <summary>Freedom of expression and information: Article 17(3)(a).</summary>
    FreedomOfExpression,

    /// <summary>A law or a public task requires it to be kept: Article 17(3)(b).</summary>
    PublicTask,

    /// <summary>Public health: Article 17(3)(c).</summary>
    PublicHealth,

    /// <summary>Archiving, research or statistics: Article 17(3)(d).</summary>
    ArchivingOrStatistics,

    /// <summary>Legal claims: Article 17(3)(e).</summary>
    LegalClaims,

    /// <summary>The request is manifestly unfounded or excessive: Article 12(5)(b).</summary>
    ManifestlyUnfoundedOrExcessive,

    /// <summary>Article 12(6): it is not known that who asks is the person.</summary>
    IdentityNotShown,
}
