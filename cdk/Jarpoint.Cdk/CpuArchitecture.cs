namespace Jarpoint.Cdk;

/// <summary>Of Lambda functions and of nodes. Said by the settings, never taken from the machine that builds.</summary>
internal enum CpuArchitecture
{
    Arm64,

    X86,
}
