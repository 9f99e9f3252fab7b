import './floor';
