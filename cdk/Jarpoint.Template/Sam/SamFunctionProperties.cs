namespace Jarpoint.Template.Sam;

/// <summary>
/// What a function of SAM may say. The lists are closed: what is in none of them is a mistake.
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
/// </summary>
internal static class SamFunctionProperties
{
    /// <summary>The same in AWS::Lambda::Function.</summary>
    public static IReadOnlySet<string> PassedOn { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "Architectures", "CodeSigningConfigArn", "Description", "Environment", "EphemeralStorage", "FileSystemConfigs",
        "FunctionName", "Handler", "KmsKeyArn", "Layers", "LoggingConfig", "MemorySize", "RecursiveLoop",
        "ReservedConcurrentExecutions", "Role", "Runtime", "RuntimeManagementConfig", "SnapStart", "Timeout", "VpcConfig",
    };

    /// <summary>Translated by this library.</summary>
    public static IReadOnlySet<string> Translated { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "CodeUri", "Tags", "Tracing",
    };

    /// <summary>SAM's own, which make further resources or hide what is made. Plain CloudFormation says it here.</summary>
    public static IReadOnlySet<string> NotUsed { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "AssumeRolePolicyDocument", "AutoPublishAlias", "AutoPublishAliasAllProperties", "AutoPublishCodeSha256",
        "CapacityProviderConfig", "DeadLetterQueue", "DeploymentPreference", "DurableConfig", "EventInvokeConfig", "Events",
        "FunctionScalingConfig", "FunctionUrlConfig", "ImageConfig", "ImageUri", "InlineCode", "PackageType",
        "PermissionsBoundary", "Policies", "PropagateTags", "ProvisionedConcurrencyConfig", "PublishToLatestPublished",
        "RolePath", "SourceKMSKeyArn", "TenancyConfig", "VersionDeletionPolicy", "VersionDescription",
    };

    /// <summary>Of the supported ones, those that Globals do not take: they differ from function to function.</summary>
    public static IReadOnlySet<string> NotGlobal { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "FunctionName", "Role",
    };

    /// <exception cref="TemplateException">A property is misspelt, not used here, or not for Globals.</exception>
    public static void Check(string name, string place, bool global)
    {
        if (NotUsed.Contains(name))
        {
            throw new TemplateException(
                $"{place}.{name}", "SAM's own shorthand is not expanded here: write plain CloudFormation");
        }

        if (!PassedOn.Contains(name) && !Translated.Contains(name))
        {
            throw new TemplateException($"{place}.{name}", "AWS::Serverless::Function has no such property");
        }

        if (global && NotGlobal.Contains(name))
        {
            throw new TemplateException($"{place}.{name}", "Globals do not take it");
        }
    }
}
