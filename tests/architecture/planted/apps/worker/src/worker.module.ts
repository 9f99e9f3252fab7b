import './maintenance-check.job';
